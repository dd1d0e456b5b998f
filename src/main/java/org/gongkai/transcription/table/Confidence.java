package org.gongkai.transcription.table;

/** How sure a number is that was read from a document, from the surest. */
public enum Confidence {
    /** It stands in the document. */
    READ,
    /** It was printed without a gap beside others, and separated from them by their count or the sums of rows and columns. */
    INFERRED,
    /** It was concluded from other parts of the document, or the document has another number, too. */
    GUESSED;

    /** Returns the less sure one. */
    Confidence or(Confidence other) {
        return compareTo(other) < 0 ? other : this;
    }
}
