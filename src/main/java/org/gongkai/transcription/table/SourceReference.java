package org.gongkai.transcription.table;

/**
 * Where something was read.
 *
 * @param pointer RFC 6901 JSON Pointer to a cell or section of the report
 * @param text what is printed there, with the label of its row; long texts are cut
 */
public record SourceReference(String pointer, String text) {

    private static final int LONGEST = 160;

    public SourceReference {
        if (text.length() > LONGEST) {
            int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            text = text.substring(0, end) + "…";
        }
    }
}
