package org.gongkai.transcription.carrier.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.transcription.carrier.zip.XmlPart;
import org.gongkai.transcription.carrier.zip.ZippedParts;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.CellText;
import org.gongkai.transcription.page.GridBuilder;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PlacedTable;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/**
 * Reads a DOCX file. Only the parts with the body text and its styles are kept, and the total unpacked size is limited. References are
 * not followed, and entities are refused.
 */
public final class WordFile implements ZippedParts.Visitor, XmlPart.Handler {

    private static final String BODY_PART = "word/document.xml";
    private static final String STYLES_PART = "word/styles.xml";
    private static final Set<String> PARTS = Set.of(BODY_PART, STYLES_PART);

    private final Map<String, byte[]> parts = new HashMap<>();
    private final WordStyles styles = new WordStyles();

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private GridBuilder table = new GridBuilder();
    private int tables;
    private int rows;
    private int cells;
    private boolean written;

    private final WordVisibility visibility = new WordVisibility(styles);

    /** True if no cell of the row was read. */
    private boolean rowBegins;

    private int columnSpan;
    private boolean continued;
    private boolean pictured;
    private boolean marked;

    private WordFile() {}

    public static ParsedDocument read(byte[] document) throws UnreadableDocument {
        WordFile file = new WordFile();
        try {
            ZippedParts.visit(document, file);
            file.readParts();
        } catch (IOException | XMLStreamException damaged) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_DOCX);
        }
        return ParsedDocument.of(List.of(), file.blocks);
    }

    private void readParts() throws XMLStreamException, UnreadableDocument {
        if (!parts.containsKey(BODY_PART)) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_DOCX);
        }
        if (parts.containsKey(STYLES_PART)) {
            XmlPart.read(parts.get(STYLES_PART), UnreadableReasons.NOT_DOCX, styles);
        }
        XmlPart.read(parts.get(BODY_PART), UnreadableReasons.NOT_DOCX, this);
    }

    @Override
    public boolean wants(String part) {
        return PARTS.contains(part);
    }

    @Override
    public boolean visit(String part, byte[] content) {
        parts.put(part, content);
        return parts.size() == PARTS.size();
    }

    @Override
    public void text(String characters) {
        if (written && visibility.isSeen()) {
            write(characters);
        } else if (written) {
            marked |= visibility.isStruck();
        }
    }

    /** Adds a text. In a cell, the raised mark of a note is left out. */
    private void write(String written) {
        if (tables > 0 && visibility.isRaised()) {
            marked = true;
        } else if (visibility.isRaised()) {
            text.append(TextNormalizer.shifted(text, written));
        } else {
            pictured |= visibility.isDoubtful() && !written.isBlank();
            text.append(written);
        }
    }

    @Override
    public void start(String element, XMLStreamReader xml) throws UnreadableDocument {
        written = element.equals("t");
        visibility.start(element, xml);
        switch (element) {
            case "tbl" -> {
                if (++tables == 1) {
                    table = new GridBuilder();
                }
            }
            case "tr" -> rowBegins |= tables == 1;
            case "tc" -> startCell();
            case "gridSpan" -> columnSpan = tables == 1 ? span(WordEffect.value(xml)) : columnSpan;
            case "vMerge" -> continued |= tables == 1 && !"restart".equals(WordEffect.value(xml));
            case "blip", "imagedata", "object", "chart", "sym", "oMath", "ffData", "checkbox" ->
                pictured |= visibility.isSeen();
            case "footnoteReference", "endnoteReference", "numPr" -> marked = true;
            case "tab" -> text.append(' ');
            case "noBreakHyphen" -> text.append('-');
            case "br", "cr" -> lineBreak();
            default -> {}
        }
    }

    private void startCell() {
        if (tables == 1) {
            columnSpan = 1;
            continued = false;
            pictured = false;
            marked = false;
        }
    }

    private void lineBreak() throws UnreadableDocument {
        if (tables == 0) {
            paragraph();
        } else if (visibility.isSeen()) {
            text.append('\n');
        }
    }

    private static int span(String value) {
        return value != null && value.matches("[1-9]\\d{0,3}") ? Integer.parseInt(value) : 1;
    }

    /** Ends an element. A table inside a cell becomes part of the text of the cell. */
    @Override
    public void end(String element) throws UnreadableDocument {
        written = false;
        switch (element) {
            case "tbl" -> {
                if (--tables == 0) {
                    blocks.add(table.build(List.of()));
                }
            }
            case "p" -> lineBreak();
            case "tc" -> {
                if (tables == 1) {
                    endCell();
                }
            }
            default -> {}
        }
        visibility.end(element);
    }

    private void endCell() throws UnreadableDocument {
        CellText cell = CellText.of(text.toString());
        text.setLength(0);
        if (visibility.isRowHidden()) {
            return;
        }
        if (rowBegins) {
            table.row();
            ParsedDocument.checkLines(++rows);
            rowBegins = false;
        }
        PlacedTable.checkCells(++cells);
        if (continued && cell.isBlank()) {
            table.continuation(columnSpan);
        } else {
            table.cell(cell.lines(), cell.with(pictured, marked).pictured(), 1, columnSpan);
        }
    }

    private void paragraph() throws UnreadableDocument {
        String paragraph = takeText();
        if (!paragraph.isEmpty()) {
            blocks.add(Paragraph.of(paragraph));
            ParsedDocument.checkLines(blocks.size());
        }
    }

    private String takeText() {
        String paragraph = TextNormalizer.trimmed(text.toString());
        text.setLength(0);
        return paragraph;
    }
}
