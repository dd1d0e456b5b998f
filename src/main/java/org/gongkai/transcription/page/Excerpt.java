package org.gongkai.transcription.page;

/** Cuts what is quoted from a document. */
public final class Excerpt {

    private static final int LONGEST = 80;

    private Excerpt() {}

    public static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
