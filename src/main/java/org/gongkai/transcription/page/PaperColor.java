package org.gongkai.transcription.page;

import java.util.stream.IntStream;

/** The colours of text that cannot be told from white paper. */
public final class PaperColor {

    /** The least share of each colour, of 255. */
    private static final int LEAST = 232;

    private PaperColor() {}

    /** Returns whether a colour is one of them, by its shares of red, green and blue from 0 to 255. */
    public static boolean is(int red, int green, int blue) {
        return red >= LEAST && green >= LEAST && blue >= LEAST;
    }

    /** Returns whether a colour of six hexadecimal digits is one of them. */
    public static boolean is(String digits) {
        int[] shares = IntStream.of(0, 2, 4)
                .map(at -> Integer.parseInt(digits.substring(at, at + 2), 16))
                .toArray();
        return is(shares[0], shares[1], shares[2]);
    }
}
