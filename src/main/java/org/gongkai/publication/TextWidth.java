package org.gongkai.publication;

/** Estimates the width of texts in a spreadsheet. Fonts are not used, because the server may have none. */
public final class TextWidth {

    /** The number of spreadsheet width units in one character. */
    public static final int UNITS_PER_CHARACTER = 256;

    private static final int FIRST_WIDE = 0x1100;

    private TextWidth() {}

    /** Returns the width in characters. A Chinese character counts as two. */
    public static int of(String text) {
        return text.codePoints()
                .map(character -> character < FIRST_WIDE ? 1 : 2)
                .sum();
    }
}
