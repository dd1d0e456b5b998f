package org.gongkai.transcription;

/** Cuts what is quoted from a document. */
final class Clip {

    private static final int LONGEST = 80;

    private Clip() {}

    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
