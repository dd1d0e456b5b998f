package org.gongkai.transcription.carrier.pdf;

/**
 * The size of a font.
 *
 * @param characters the characters that the library makes entries for when it makes the font
 * @param ranges the ranges that the library looks through for each character that is shown
 */
record FontSize(long characters, long ranges) {

    static final FontSize NONE = new FontSize(0, 0);

    /** Returns the sum of two sizes. */
    FontSize plus(FontSize more) {
        return new FontSize(sum(characters, more.characters), sum(ranges, more.ranges));
    }

    private static long sum(long one, long other) {
        return Math.min(Integer.MAX_VALUE, one + other);
    }
}
