package org.gongkai.transcription.carrier.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads a DOC file of Word 97 to 2003, or of WPS. */
public final class DocFile {

    public static final int MAX_PARAGRAPHS = 50_000;

    private final Range range;
    private final List<Block> blocks = new ArrayList<>();
    private final DocText text = new DocText();

    private DocFile(Range range) {
        this.range = range;
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is damaged, protected, or has too many paragraphs
     */
    public static ParsedDocument read(byte[] document) throws UnreadableDocument {
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(document))) {
            DocFile file = new DocFile(word.getRange());
            file.read();
            return ParsedDocument.of(List.of(), file.blocks);
        } catch (EncryptedDocumentException e) {
            throw UnreadableDocument.refused(UnreadableReasons.PROTECTED);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_DOC);
        }
    }

    private void read() throws UnreadableDocument {
        int paragraphs = range.numParagraphs();
        if (paragraphs > MAX_PARAGRAPHS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_PARAGRAPHS.with(MAX_PARAGRAPHS));
        }
        int next = 0;
        while (next < paragraphs) {
            Paragraph paragraph = range.getParagraph(next);
            if (paragraph.isInTable()) {
                Table table = range.getTable(paragraph);
                blocks.add(DocTable.read(table));
                next += Math.max(1, table.numParagraphs());
            } else {
                text.add(paragraph, false);
                endParagraph();
                next++;
            }
        }
    }

    private void endParagraph() {
        text.take().lines().stream()
                .map(TextNormalizer::trimmed)
                .filter(line -> !line.isEmpty())
                .map(org.gongkai.transcription.page.Paragraph::of)
                .forEach(blocks::add);
    }
}
