package org.gongkai.text;

import java.util.function.IntPredicate;

/**
 * Equality of texts as a reader sees them. Texts are equal if they look alike: full-width and compatibility characters,
 * radicals, case, blanks and invisible characters make no difference. The SQL function {@code comparable_text} computes
 * the same key; a test compares both.
 */
public final class EqualText {

    private EqualText() {}

    /**
     * Returns a text in one spelling: characters that look alike are the same characters, and there are no invisible
     * ones. Blanks and line breaks are kept.
     */
    public static String unified(String text) {
        return Lookalikes.unified(without(Characters::isInvisible, text));
    }

    /** Returns the key of a text. Texts with the same key are equal. Only the case of Latin letters is ignored. */
    public static String key(String text) {
        return EqualCode.key(without(Characters::isBlank, unified(text)));
    }

    /** Returns whether two texts are equal. */
    public static boolean areEqual(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Returns whether a text has no visible character. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(EqualText::isNotPrinted);
    }

    /** Returns a text without blanks and invisible characters at both ends. */
    public static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isNotPrinted(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (from < to && isNotPrinted(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean isNotPrinted(int character) {
        return Characters.isBlank(character) || Characters.isInvisible(character);
    }

    private static String without(IntPredicate removed, String text) {
        return hasNone(removed, text)
                ? text
                : text.codePoints()
                        .filter(removed.negate())
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    /** Every submitted text passes here: a loop takes a fraction of the time of a stream. */
    private static boolean hasNone(IntPredicate removed, String text) {
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            if (removed.test(character)) {
                return false;
            }
            index += Character.charCount(character);
        }
        return true;
    }
}
