package org.gongkai.text;

import java.nio.charset.StandardCharsets;

/** The classes of characters that matter for texts that clients send: storable, blank, invisible, ending a line. */
public final class Characters {

    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;
    private static final int FIRST_HANGUL_FILLER = 0x115F;
    private static final int SECOND_HANGUL_FILLER = 0x1160;
    private static final int HANGUL_LETTER_FILLER = 0x3164;
    private static final int HALF_WIDTH_HANGUL_FILLER = 0xFFA0;
    private static final int FIRST_KHMER_INHERENT_VOWEL = 0x17B4;
    private static final int SECOND_KHMER_INHERENT_VOWEL = 0x17B5;
    private static final int BLANK_BRAILLE_PATTERN = 0x2800;
    private static final int NEXT_LINE = 0x85;

    private Characters() {}

    /** Returns whether PostgreSQL can store a text: it has no U+0000 and no unpaired surrogate. */
    public static boolean areStorable(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Returns whether a character is printed as a blank or a line break: spaces of any width, tabs, separators. */
    public static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == NEXT_LINE
                || character == BLANK_BRAILLE_PATTERN;
    }

    /** Returns whether a character ends a line. */
    public static boolean endsLine(int character) {
        return switch (character) {
            case '\n', 0x0B, '\f', '\r', NEXT_LINE, 0x2028, 0x2029 -> true;
            default -> false;
        };
    }

    /**
     * Returns whether a character is not printed at all and takes no place: format and control characters, variation
     * selectors, fillers.
     */
    public static boolean isInvisible(int character) {
        return !isBlank(character)
                && switch (Character.getType(character)) {
                    case Character.FORMAT, Character.CONTROL -> true;
                    case Character.NON_SPACING_MARK ->
                        isVariationSelector(character)
                                || character == COMBINING_GRAPHEME_JOINER
                                || character == FIRST_KHMER_INHERENT_VOWEL
                                || character == SECOND_KHMER_INHERENT_VOWEL;
                    case Character.OTHER_LETTER ->
                        character == FIRST_HANGUL_FILLER
                                || character == SECOND_HANGUL_FILLER
                                || character == HANGUL_LETTER_FILLER
                                || character == HALF_WIDTH_HANGUL_FILLER;
                    default -> false;
                };
    }

    private static boolean isVariationSelector(int character) {
        return character >= 0xFE00 && character <= 0xFE0F
                || character >= 0xE0100 && character <= 0xE01EF
                || character >= 0x180B && character <= 0x180F;
    }
}
