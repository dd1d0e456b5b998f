package org.gongkai.transcription.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The type of a document from which a report can be extracted. */
public enum DocumentType {
    HTML("text/html", ".html", ".htm", ".shtml"),
    TEXT("text/plain", ".txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

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

    /** Returns the type of a file by the extension of its name; empty if the extension is missing or unknown. */
    public static Optional<DocumentType> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(documentType -> Arrays.stream(documentType.extensions).anyMatch(lower::endsWith))
                .findFirst();
    }
}
