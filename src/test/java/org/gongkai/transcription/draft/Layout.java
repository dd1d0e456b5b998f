package org.gongkai.transcription.draft;

import java.io.IOException;
import org.gongkai.transcription.carrier.DocumentType;

/** The types of documents and the layouts in which a draft is printed. */
enum Layout {
    HTML(DocumentType.HTML, true, HtmlPrinter::print),
    DOCX(DocumentType.DOCX, true, DocxPrinter::print),
    XLSX(DocumentType.XLSX, true, draft -> SheetPrinter.print(draft, true)),
    XLS(DocumentType.XLS, true, draft -> SheetPrinter.print(draft, false)),
    ODT(DocumentType.ODT, true, OdtPrinter::print),
    PDF_RULED(DocumentType.PDF, true, draft -> PdfTablePrinter.print(draft, true)),
    PDF_UNRULED(DocumentType.PDF, true, draft -> PdfTablePrinter.print(draft, false)),
    CSV(DocumentType.CSV, false, TextPrinter.CSV::print),
    MARKDOWN(DocumentType.MARKDOWN, false, TextPrinter.BARS::print),
    TABS(DocumentType.TEXT, false, TextPrinter.TABS::print),
    RUNNING(DocumentType.TEXT, false, TextPrinter.RUNNING::print),
    COLUMNS(DocumentType.TEXT, false, TextPrinter.COLUMNS::print),
    CELL_A_LINE(DocumentType.TEXT, false, TextPrinter.CELL_A_LINE::print),
    LABELS_THEN_NUMBERS(DocumentType.TEXT, false, TextPrinter.LABELS_THEN_NUMBERS::print);

    /** Prints a draft. */
    @FunctionalInterface
    interface Printer {

        byte[] print(Draft draft) throws IOException;
    }

    private final DocumentType type;
    private final boolean showsLooks;
    private final Printer printer;

    Layout(DocumentType type, boolean showsLooks, Printer printer) {
        this.type = type;
        this.showsLooks = showsLooks;
        this.printer = printer;
    }

    DocumentType type() {
        return type;
    }

    /** Returns whether it can show what is in a draft. */
    boolean shows(Draft draft) {
        return (showsLooks || !draft.hasLooks()) && (type != DocumentType.PDF || draft.isOnPaper());
    }

    byte[] print(Draft draft) throws IOException {
        return printer.print(draft);
    }
}
