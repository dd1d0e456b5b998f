package org.gongkai.transcription.carrier.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.UnreadableDocument;

/**
 * Reads a PDF file as a reader sees it: the visible characters by their places, tables by their lines. Pictures are not
 * decoded, and nothing in the file is run.
 */
public final class PdfFile {

    /** The memory for unpacked streams. */
    private static final long MAX_MEMORY = StreamGuard.MAX_TOTAL_BYTES;

    /** A file with fewer visible characters is a scan, perhaps with a page number or a stamp. */
    private static final int MIN_CHARACTERS = 100;

    /** The part of the characters that may be unknown: one of so many. */
    private static final int MAX_UNKNOWN = 10;

    private final PdfBudget budget = new PdfBudget();
    private final FontGuard fonts = new FontGuard();
    private final List<PageLayout> pages = new ArrayList<>();
    private int characters;
    private int unknown;

    private PdfFile() {}

    /** Reads a file. */
    public static ParsedDocument read(byte[] file) throws UnreadableDocument {
        try {
            return new PdfFile().parse(file);
        } catch (PdfRefusal e) {
            throw UnreadableDocument.refused(e.reason());
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // The library reports damage by exceptions of any kind, and follows nested objects by recursion.
            throw UnreadableDocument.refused(PdfReasons.DAMAGED);
        }
    }

    private ParsedDocument parse(byte[] file) throws IOException, UnreadableDocument {
        StreamGuard.check(file);
        try (PDDocument document =
                Loader.loadPDF(file, "", null, null, MemoryUsageSetting.setupMainMemoryOnly(MAX_MEMORY).streamCache)) {
            checkKind(document);
            readPages(document);
            checkText();
            return ParsedDocument.of(
                            List.of(), DocumentFlow.blocks(UnruledTables.found(RunningLines.removed(pages), budget)))
                    .withPages(() -> PageDrawing.of(pages));
        }
    }

    private static void checkKind(PDDocument document) {
        refuseIf(document.isEncrypted(), PdfReasons.ENCRYPTED);
        refuseIf(
                document.getDocument().getXrefTable().size() > PdfBudget.MAX_OBJECTS,
                PdfReasons.OBJECTS.with(PdfBudget.MAX_OBJECTS));
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        refuseIf(form != null && form.xfaIsDynamic(), PdfReasons.FORM);
    }

    private void readPages(PDDocument document) throws IOException {
        OptionalContent layers = new OptionalContent(document);
        int number = 0;
        for (PDPage page : document.getPages()) {
            refuseIf(++number > PdfBudget.MAX_PAGES, PdfReasons.PAGES.with(PdfBudget.MAX_PAGES));
            page(page, number, layers);
        }
    }

    private void page(PDPage page, int number, OptionalContent layers) throws IOException {
        PageInk ink = new PageReader(page, PageView.of(page, 0), layers, fonts, budget).read();
        if (ink.turns() != 0) {
            ink = new PageReader(page, PageView.of(page, ink.turns()), layers, fonts, budget).read();
        }
        PageContent content = ink.content(number);
        characters += content.glyphs().size();
        unknown += ink.unknown();
        pages.add(PageLayout.of(content, budget));
    }

    private void checkText() {
        refuseIf(unknown * MAX_UNKNOWN > characters, PdfReasons.GARBLED);
        refuseIf(characters < MIN_CHARACTERS, PdfReasons.SCAN);
    }

    private static void refuseIf(boolean refused, Text reason) {
        if (refused) {
            throw new PdfRefusal(reason);
        }
    }
}
