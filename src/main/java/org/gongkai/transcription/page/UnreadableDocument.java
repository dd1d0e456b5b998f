package org.gongkai.transcription.page;

import org.gongkai.text.Text;

/** A document out of which no report can be read. */
public final class UnreadableDocument extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;
    private final boolean anotherDocument;

    private UnreadableDocument(Text reason, boolean anotherDocument) {
        super(reason.en());
        this.reason = reason;
        this.anotherDocument = anotherDocument;
    }

    /** It can be read, and is something else. */
    public static UnreadableDocument notAReport(Text reason) {
        return new UnreadableDocument(reason, true);
    }

    /** It is damaged, or so large or intricate inside that reading it is refused. */
    static UnreadableDocument refused(Text reason) {
        return new UnreadableDocument(reason, false);
    }

    /** Why. */
    public Text reason() {
        return reason;
    }

    /** Whether the document can be read, and is something else than a report. */
    public boolean isAnotherDocument() {
        return anotherDocument;
    }
}
