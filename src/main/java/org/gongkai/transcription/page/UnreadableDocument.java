package org.gongkai.transcription.page;

import org.gongkai.text.Text;

/** The exception for a document from which no report can be extracted. */
public final class UnreadableDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final boolean anotherDocument;

    private UnreadableDocument(Text reason, boolean anotherDocument) {
        super(reason.en());
        this.reason = reason;
        this.anotherDocument = anotherDocument;
    }

    /** Returns the exception for a readable document that is not a report. */
    public static UnreadableDocument notAReport(Text reason) {
        return new UnreadableDocument(reason, true);
    }

    /** Returns the exception for a document that is damaged, or too large or too complex to be read. */
    public static UnreadableDocument refused(Text reason) {
        return new UnreadableDocument(reason, false);
    }

    /** Returns the reason. */
    public Text reason() {
        return reason;
    }

    /** Returns whether the document is readable, but not a report. */
    public boolean isAnotherDocument() {
        return anotherDocument;
    }
}
