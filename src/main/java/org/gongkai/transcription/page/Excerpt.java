package org.gongkai.transcription.page;

/** Shortens quotations from a document. */
public final class Excerpt {

    /** Length of a quotation in a message, in Unicode code points. */
    public static final int MESSAGE_LENGTH = 80;

    private static final String ELLIPSIS = "…";

    /** Maximum length that the mark of a cut adds to a quotation, in Unicode code points. */
    public static final int MAX_MARK = 1;

    private Excerpt() {}

    /**
     * Returns the beginning of a text, followed by an ellipsis if something was cut off. Never splits a surrogate pair.
     *
     * @param max the number of Unicode code points to keep
     */
    public static String of(String text, int max) {
        return length(text) <= max ? text : text.substring(0, text.offsetByCodePoints(0, max)) + ELLIPSIS;
    }

    /**
     * Returns the end of a text. Never splits a surrogate pair.
     *
     * @param max the number of Unicode code points to keep
     */
    public static String ofEnd(String text, int max) {
        return length(text) <= max ? text : text.substring(text.offsetByCodePoints(text.length(), -max));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
