package org.gongkai.csv;

import java.util.regex.Pattern;

/**
 * Formulas in texts. Spreadsheets run a cell that begins with an equals sign or a similar character, in any width or
 * size; some remove blanks and quotes before it, or paste it after a tab. A spreadsheet with another separator splits a
 * cell at semicolons, commas, tabs, bars and line ends, so each of its parts can be a formula.
 */
public final class SpreadsheetFormula {

    private static final char GUARD = '\'';

    private static final String PART_BEGINS = "(?:^|(?<=[;,|\\t\\r\\n]))";
    private static final String QUOTES = "[\"'`‘’“”＇＂]*+";
    private static final String QUOTES_AND_BLANKS = "[\"'`‘’“”＇＂\\s\\p{Z}\\p{Cc}\\p{Cf}]*+";
    private static final String FORMULA = "(?=" + QUOTES + "[\\t\\r]|" + QUOTES_AND_BLANKS + "[=+@|＝＋＠｜﹢﹣﹦﹫－−-])";

    private static final Pattern UNGUARDED = Pattern.compile(PART_BEGINS + FORMULA);
    private static final Pattern GUARDED = Pattern.compile(PART_BEGINS + GUARD + FORMULA);

    private SpreadsheetFormula() {}

    /** Returns whether a spreadsheet would run a text as a whole. */
    public static boolean is(String text) {
        return UNGUARDED.matcher(text).lookingAt();
    }

    /** Returns the text with an apostrophe before each part that a spreadsheet would run. */
    static String guarded(String text) {
        return UNGUARDED.matcher(text).replaceAll(String.valueOf(GUARD));
    }

    /** Returns the text that {@link #guarded} has changed. */
    static String unguarded(String text) {
        return GUARDED.matcher(text).replaceAll("");
    }
}
