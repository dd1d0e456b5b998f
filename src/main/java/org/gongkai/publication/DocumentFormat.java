package org.gongkai.publication;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.answer.Download;
import org.gongkai.http.answer.Negotiation;
import org.gongkai.problem.ParameterFault;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.pdf.PdfFile;

/** The format of a report in a response: data, or a document in the official layout. */
@Schema(enumeration = {"json", "html", "docx", "pdf", "xlsx"})
public enum DocumentFormat {
    JSON(MediaType.APPLICATION_JSON, null),
    HTML(DocumentFormat.HTML_TYPE + ";charset=UTF-8", HtmlDocument::write),
    DOCX(DocumentFormat.DOCX_TYPE, WordDocument::write),
    PDF(DocumentFormat.PDF_TYPE, PdfFile::write),
    XLSX(DocumentFormat.XLSX_TYPE, ReportWorkbook::write);

    public static final String HTML_TYPE = MediaType.TEXT_HTML;
    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String PDF_TYPE = "application/pdf";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Writes a document in a format. */
    private interface Writer {
        void write(OfficialDocument document, OutputStream out) throws IOException;
    }

    private final MediaType mediaType;
    private final Writer writer;

    DocumentFormat(String mediaType, Writer writer) {
        this.mediaType = MediaType.valueOf(mediaType);
        this.writer = writer;
    }

    /** Parses the value of the query parameter; called by the framework. */
    public static DocumentFormat fromString(String code) {
        return ParameterFault.choose("format", code, values(), DocumentFormat::code);
    }

    /** Returns the requested format: the one of the parameter, or else the one of the {@code Accept} header. */
    public static DocumentFormat of(DocumentFormat parameter, HttpHeaders headers) {
        return Negotiation.choose(parameter, headers, values(), DocumentFormat::mediaType);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Returns the value of the query parameter, which is also the file name extension. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Checks that this format is a document and not data. */
    public boolean isDocument() {
        return writer != null;
    }

    /** Writes the document, part by part. The same document always gives the same bytes. The stream is not closed. */
    public void write(OfficialDocument document, OutputStream out) throws IOException {
        writer.write(document, out);
    }

    /**
     * Returns the headers of a document response: its media type, its language, and its file name.
     *
     * @param name the file name for clients that read ASCII only, without an extension
     */
    public Map<String, String> headers(OfficialDocument document, String name) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_TYPE, mediaType.toString());
        headers.put(HttpHeaders.CONTENT_LANGUAGE, Locale.SIMPLIFIED_CHINESE.toLanguageTag());
        if (this != HTML) {
            String ending = "." + code();
            headers.put(HttpHeaders.CONTENT_DISPOSITION, Download.named(name + ending, document.title() + ending));
        }
        return headers;
    }
}
