package org.gongkai.transcription.page;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** How labels are compared: without spaces, punctuation and the many forms that one character has. */
public final class TextNormalizer {

    private static final Pattern NEITHER_LETTER_NOR_NUMBER = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern BLANKS_AROUND =
            Pattern.compile("^[\\s\\p{Z}\\u200b\\ufeff]+|[\\s\\p{Z}\\u200b\\ufeff]+$");

    private TextNormalizer() {}

    /** Full-width, compatibility and radical forms (U+2F00…) as the ordinary characters they stand for. */
    public static String unified(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** What is left of a label when only what can be told apart by ear is kept. Both words for a total are one. */
    public static String comparable(String label) {
        return NEITHER_LETTER_NOR_NUMBER
                .matcher(unified(label))
                .replaceAll("")
                .replace("合计", "总计")
                .toLowerCase(Locale.ROOT);
    }

    /** Without any kind of blank at either end. */
    public static String trimmed(String text) {
        return BLANKS_AROUND.matcher(text).replaceAll("");
    }

    static boolean isHan(int character) {
        return Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    /** The length of the longest sequence of characters that both have in the same order. */
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

    /** How alike two texts are, in thousandths. */
    public static int likeness(String one, String other) {
        return one.isEmpty() || other.isEmpty()
                ? 0
                : 2_000 * commonLength(one, other) / (one.length() + other.length());
    }
}
