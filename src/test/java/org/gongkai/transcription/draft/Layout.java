package org.gongkai.transcription.draft;

import java.io.IOException;
import org.gongkai.transcription.carrier.DocumentType;

/** The types of documents and the layouts in which a draft is printed. */
enum Layout {
    HTML(DocumentType.HTML, Shows.CELLS, draft -> HtmlPrinter.print(draft, true)),
    HTML_DIVS(DocumentType.HTML, Shows.LOOKS, draft -> HtmlPrinter.print(draft, false)),
    DOCX(DocumentType.DOCX, Shows.CELLS, DocxPrinter::print),
    XLSX(DocumentType.XLSX, Shows.CELLS, draft -> SheetPrinter.print(draft, true)),
    XLS(DocumentType.XLS, Shows.CELLS, draft -> SheetPrinter.print(draft, false)),
    ODT(DocumentType.ODT, Shows.CELLS, OdtPrinter::print),
    PDF_RULED(DocumentType.PDF, Shows.CELLS, draft -> PdfTablePrinter.print(draft, true)),
    PDF_UNRULED(DocumentType.PDF, Shows.CELLS, draft -> PdfTablePrinter.print(draft, false)),
    CSV(DocumentType.CSV, Shows.TEXT, TextPrinter.CSV::print),
    MARKDOWN(DocumentType.MARKDOWN, Shows.TEXT, TextPrinter.BARS::print),
    TABS(DocumentType.TEXT, Shows.TEXT, TextPrinter.TABS::print),
    RUNNING(DocumentType.TEXT, Shows.TEXT, TextPrinter.RUNNING::print),
    COLUMNS(DocumentType.TEXT, Shows.TEXT, TextPrinter.COLUMNS::print),
    CELL_A_LINE(DocumentType.TEXT, Shows.TEXT, TextPrinter.CELL_A_LINE::print),
    LABELS_THEN_NUMBERS(DocumentType.TEXT, Shows.TEXT, TextPrinter.LABELS_THEN_NUMBERS::print);

    /** The content of a layout beside the text. */
    enum Shows {
        TEXT,
        /** The looks of parts of a cell. */
        LOOKS,
        /** Also which rows and columns are hidden, and which cells are merged. */
        CELLS
    }

    /** Prints a draft. */
    @FunctionalInterface
    interface Printer {

        byte[] print(Draft draft) throws IOException;
    }

    private final DocumentType type;
    private final Shows shows;
    private final Printer printer;

    Layout(DocumentType type, Shows shows, Printer printer) {
        this.type = type;
        this.shows = shows;
        this.printer = printer;
    }

    DocumentType type() {
        return type;
    }

    /** Returns whether it can show what is in a draft. */
    boolean shows(Draft draft) {
        return shows.compareTo(draft.shown()) >= 0 && (type != DocumentType.PDF || draft.isOnPaper());
    }

    byte[] print(Draft draft) throws IOException {
        return printer.print(draft);
    }
}
