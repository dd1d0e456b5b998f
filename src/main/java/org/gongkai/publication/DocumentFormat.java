package org.gongkai.publication;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.http.Download;
import org.gongkai.http.Negotiation;
import org.gongkai.problem.ParameterFault;
import org.gongkai.publication.layout.OfficialDocument;

/** What a report is given as: data, or a document in the official layout. */
@Schema(enumeration = {"json", "html", "docx", "xlsx"})
public enum DocumentFormat {
    JSON(MediaType.APPLICATION_JSON, null),
    HTML(DocumentFormat.HTML_TYPE + ";charset=UTF-8", HtmlDocument::of),
    DOCX(DocumentFormat.DOCX_TYPE, WordDocument::of),
    XLSX(DocumentFormat.XLSX_TYPE, ReportWorkbook::of);

    public static final String HTML_TYPE = MediaType.TEXT_HTML;
    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MediaType mediaType;
    private final Function<OfficialDocument, byte[]> writer;

    DocumentFormat(String mediaType, Function<OfficialDocument, byte[]> writer) {
        this.mediaType = MediaType.valueOf(mediaType);
        this.writer = writer;
    }

    /** Called by the framework with the value of the parameter. */
    public static DocumentFormat fromString(String code) {
        return ParameterFault.choose("format", code, values(), DocumentFormat::code);
    }

    /** The format that is asked for, by the parameter or else by the {@code Accept} header. */
    public static DocumentFormat of(DocumentFormat parameter, HttpHeaders headers) {
        return Negotiation.choose(parameter, headers, values(), DocumentFormat::mediaType);
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** The value it is asked for by, which is also how the name of a file ends. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a document, rather than data. */
    public boolean isDocument() {
        return writer != null;
    }

    /** The document as bytes: the same document is always the same bytes. */
    public byte[] write(OfficialDocument document) {
        return writer.apply(document);
    }

    /**
     * What is said of a document that is answered: what it is, in which language, and what to call it when it is saved.
     *
     * @param name what to call it where only ASCII can be read, without an ending
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
