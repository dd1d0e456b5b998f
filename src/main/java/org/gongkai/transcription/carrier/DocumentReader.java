package org.gongkai.transcription.carrier;

import org.gongkai.transcription.carrier.html.HtmlPage;
import org.gongkai.transcription.carrier.text.Encoding;
import org.gongkai.transcription.carrier.text.PlainText;
import org.gongkai.transcription.carrier.word.WordFile;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads a document with the reader of its type. */
public final class DocumentReader {

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
            case RTF -> throw UnreadableDocument.refused(UnreadableReasons.RICH_TEXT);
            default -> throw new IllegalStateException(documentType.name());
        };
    }
}
