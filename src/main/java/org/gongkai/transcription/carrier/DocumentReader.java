package org.gongkai.transcription.carrier;

import org.gongkai.transcription.carrier.html.HtmlPage;
import org.gongkai.transcription.carrier.html.MhtmlFile;
import org.gongkai.transcription.carrier.odf.OpenDocument;
import org.gongkai.transcription.carrier.pdf.PdfFile;
import org.gongkai.transcription.carrier.sheet.WorkbookFile;
import org.gongkai.transcription.carrier.text.CsvTable;
import org.gongkai.transcription.carrier.text.Encoding;
import org.gongkai.transcription.carrier.text.PlainText;
import org.gongkai.transcription.carrier.word.DocFile;
import org.gongkai.transcription.carrier.word.WordFile;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads a document with the reader of its type. */
public final class DocumentReader {

    static {
        PoiLimits.set();
    }

    private DocumentReader() {}

    /**
     * Reads a document.
     *
     * @param documentType the type that the sender names. A document with the signature of another type has that type
     * @param charset the encoding named by the sender; {@code null} if none was named, or if the type has its own
     * @throws UnreadableDocument if the document is damaged, or too large or too complex to be read
     */
    public static ParsedDocument read(byte[] document, DocumentType documentType, String charset)
            throws UnreadableDocument {
        return switch (documentType.of(document)) {
            case HTML -> HtmlPage.read(Encoding.decode(document, charset));
            case TEXT, MARKDOWN -> PlainText.read(Encoding.decode(document, charset));
            case DOCX -> WordFile.read(document);
            case PDF -> PdfFile.read(document);
            case XLSX -> WorkbookFile.readXlsx(document);
            case XLS -> WorkbookFile.readXls(document);
            case DOC -> DocFile.read(document);
            case ODT, ODS -> OpenDocument.read(document);
            case CSV -> CsvTable.read(Encoding.decode(document, charset));
            case MHTML -> message(document);
            case RTF -> throw UnreadableDocument.refused(UnreadableReasons.RICH_TEXT);
            case PICTURE -> throw UnreadableDocument.refused(UnreadableReasons.PICTURE);
        };
    }

    private static ParsedDocument message(byte[] document) throws UnreadableDocument {
        MhtmlFile.ArchivedPage page = MhtmlFile.page(document);
        return HtmlPage.read(Encoding.decode(page.content(), page.charset()));
    }
}
