package org.gongkai.transcription.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of document that can be read. */
public enum DocumentType {
    HTML("text/html", ".html", ".htm", ".shtml"),
    TEXT("text/plain", ".txt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx");

    private final String type;
    private final String[] endings;

    DocumentType(String type, String... endings) {
        this.type = type;
        this.endings = endings;
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** The kind of a file, by its name; empty for a name that says nothing, or something else. */
    public static Optional<DocumentType> ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(documentType -> Arrays.stream(documentType.endings).anyMatch(lower::endsWith))
                .findFirst();
    }
}
