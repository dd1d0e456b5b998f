package org.gongkai.publication;

/** How wide texts are in a spreadsheet. Fonts are not asked: where the service runs, there need not be any. */
public final class TextWidth {

    /** What a spreadsheet calls the width of one character. */
    public static final int UNIT = 256;

    private static final int FIRST_WIDE = 0x1100;

    private TextWidth() {}

    /** In characters; a Chinese one is as wide as two others. */
    public static int of(String text) {
        return text.codePoints()
                .map(character -> character < FIRST_WIDE ? 1 : 2)
                .sum();
    }
}
