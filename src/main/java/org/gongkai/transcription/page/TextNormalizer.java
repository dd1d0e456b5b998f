package org.gongkai.transcription.page;

import java.util.Locale;
import java.util.regex.Pattern;
import org.gongkai.text.EqualText;

/** Normalises labels for comparison: without spaces, punctuation and variants of characters. */
public final class TextNormalizer {

    private static final Pattern NEITHER_LETTER_NOR_NUMBER = Pattern.compile("[^\\p{L}\\p{N}]");

    /** Superscript, subscript and circled numbers, and the like. */
    private static final String MARKS =
            "\\u00B2\\u00B3\\u00B9\\u2070-\\u209C\\u2460-\\u24FF\\u2776-\\u2793\\u3251-\\u325F\\u32B1-\\u32BF\\u2020\\u2021\\u203B";

    private static final Pattern NOTE_MARKS = Pattern.compile("(?<=[\\p{Nd}\\p{IsHan}])[" + MARKS + "]+(?!\\p{Nd})");
    private static final Pattern NO_DIGITS =
            Pattern.compile("[\\u00BC-\\u00BE\\u2044\\u2150-\\u215F\\u2189" + MARKS + "]");

    private static final String RAISED_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private TextNormalizer() {}

    /** Replaces full-width, compatibility and radical forms by the ordinary characters, and removes invisible ones. */
    public static String unified(String text) {
        return EqualText.unified(text);
    }

    /**
     * Returns a text with numbers in it in ordinary characters. Marks of notes behind a number are left out: they look
     * like numbers, but are none. A fraction, and a mark between digits, becomes {@link PrintedCell#OBJECT}.
     */
    public static String figures(String text) {
        String marked = NOTE_MARKS.matcher(text).replaceAll("");
        return unified(NO_DIGITS.matcher(marked).replaceAll(PrintedCell.OBJECT));
    }

    /** Returns raised text, whose digits are no digits of a number beside it. */
    public static String raised(String text) {
        return text.chars()
                .map(character ->
                        Character.isDigit(character) ? RAISED_DIGITS.charAt(Character.digit(character, 10)) : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Returns text that is lowered, as in PM2.5, or raised. Behind a number it is the mark of a note. */
    public static String shifted(CharSequence before, String text) {
        boolean isMark = !before.isEmpty() && Character.isDigit(before.charAt(before.length() - 1));
        return isMark ? raised(text) : text;
    }

    /** Returns the comparable part of a label: letters and digits only, in lower case, with 合计 replaced by 总计. */
    public static String comparable(String label) {
        return NEITHER_LETTER_NOR_NUMBER
                .matcher(unified(label))
                .replaceAll("")
                .replace("合计", "总计")
                .toLowerCase(Locale.ROOT);
    }

    /** Removes blanks and invisible characters at both ends. */
    public static String trimmed(String text) {
        return EqualText.trimmed(text);
    }

    static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** Returns the length of the longest common subsequence of two texts. */
    public static int commonLength(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i < one.length(); i++) {
            int diagonal = 0;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                row[j] = one.charAt(i) == other.charAt(j - 1) ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[other.length()];
    }

    /** Returns the likeness of two texts, in thousandths. */
    public static int likeness(String one, String other) {
        return one.isEmpty() || other.isEmpty()
                ? 0
                : 2_000 * commonLength(one, other) / (one.length() + other.length());
    }
}
