package org.gongkai.transcription.page;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The type of a document from which a report can be extracted. */
public enum DocumentType {
    HTML("text/html", ".html", ".htm", ".shtml"),
    TEXT("text/plain", ".txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
    PDF("application/pdf", ".pdf");

    /** Number of bytes in which the signature of a document is looked for. */
    private static final int SIGNATURE = 1_024;

    private static final String ZIP = "PK\003\004";
    private static final String PDF_HEADER = "%PDF-";

    /** The start of a page, after a byte order mark and blanks. */
    private static final Pattern PAGE = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*<[!?a-zA-Z]");

    private final String type;
    private final String[] extensions;

    DocumentType(String type, String... extensions) {
        this.type = type;
        this.extensions = extensions;
    }

    /** Returns the media type. */
    public String type() {
        return type;
    }

    /**
     * Returns the type of a document by its first bytes: a ZIP file is a DOCX file, one with the header of PDF is a
     * PDF file, and text that begins with a tag is a page. Both signatures are the same in UTF-8 and GB18030.
     */
    public static DocumentType ofContent(byte[] document) {
        String start = new String(document, 0, Math.min(document.length, SIGNATURE), StandardCharsets.ISO_8859_1);
        if (start.startsWith(ZIP)) {
            return DOCX;
        }
        if (start.contains(PDF_HEADER)) {
            return PDF;
        }
        return PAGE.matcher(start).lookingAt() ? HTML : TEXT;
    }

    /** Returns the type of a file by the extension of its name; empty if the extension is missing or unknown. */
    public static Optional<DocumentType> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(documentType -> Arrays.stream(documentType.extensions).anyMatch(lower::endsWith))
                .findFirst();
    }
}
