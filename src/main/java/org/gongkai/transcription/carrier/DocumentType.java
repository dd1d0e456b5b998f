package org.gongkai.transcription.carrier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The type of a document from which a report can be extracted. */
public enum DocumentType {
    HTML(DocumentType.HTML_TYPE, ".html", ".htm", ".shtml", ".xhtml"),
    MHTML(DocumentType.MHTML_TYPE, ".mht", ".mhtml"),
    TEXT(DocumentType.TEXT_TYPE, ".txt"),
    MARKDOWN(DocumentType.MARKDOWN_TYPE, ".md", ".markdown"),
    CSV(DocumentType.CSV_TYPE, ".csv"),
    DOCX(DocumentType.DOCX_TYPE, ".docx", ".docm"),
    PDF(DocumentType.PDF_TYPE, ".pdf"),
    DOC(DocumentType.DOC_TYPE, ".doc", ".wps"),
    XLSX(DocumentType.XLSX_TYPE, ".xlsx", ".xlsm"),
    XLS(DocumentType.XLS_TYPE, ".xls", ".et"),
    ODT(DocumentType.ODT_TYPE, ".odt"),
    ODS(DocumentType.ODS_TYPE, ".ods"),
    /** Rich text. It is recognized in order to be refused with advice. */
    RTF("application/rtf", ".rtf"),
    /** A picture of a report. It is recognized in order to be refused with advice, and has no extension of its own. */
    PICTURE("image/*");

    public static final String HTML_TYPE = "text/html";
    public static final String MHTML_TYPE = "multipart/related";
    public static final String TEXT_TYPE = "text/plain";
    public static final String MARKDOWN_TYPE = "text/markdown";
    public static final String CSV_TYPE = "text/csv";
    public static final String DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String PDF_TYPE = "application/pdf";
    public static final String DOC_TYPE = "application/msword";
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String XLS_TYPE = "application/vnd.ms-excel";
    public static final String ODT_TYPE = "application/vnd.oasis.opendocument.text";
    public static final String ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet";

    private final String type;
    private final List<String> extensions;

    DocumentType(String type, String... extensions) {
        this.type = type;
        this.extensions = List.of(extensions);
    }

    /** Returns the media type. */
    public String type() {
        return type;
    }

    /** Returns the extensions of the names of files, with their dots. */
    public List<String> extensions() {
        return extensions;
    }

    /** Returns the type of a document by its content. Text that has no sign of another type is plain text. */
    public static DocumentType ofContent(byte[] document) {
        return Signature.of(document).orElseGet(() -> Signature.ofText(document));
    }

    /** Returns the type of a media type without its parameters; empty if it is unknown. */
    public static Optional<DocumentType> ofMediaType(String type) {
        return Arrays.stream(values())
                .filter(documentType -> documentType.type.equalsIgnoreCase(type))
                .findFirst();
    }

    /** Returns the type of a file by the extension of its name; empty if the extension is missing or unknown. */
    public static Optional<DocumentType> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(documentType -> documentType.extensions.stream().anyMatch(lower::endsWith))
                .findFirst();
    }

    /**
     * Returns the true type of a document of this type. Word processors and spreadsheets open pages, messages and CSV
     * under their own extensions, so websites publish them under these.
     */
    DocumentType of(byte[] document) {
        return Signature.of(document).orElseGet(() -> switch (this) {
            case DOC, DOCX, XLSX, ODT, ODS -> Signature.ofText(document) == HTML ? HTML : this;
            case XLS -> Signature.isText(document) ? Signature.ofSheet(document) : XLS;
            default -> this;
        });
    }
}
