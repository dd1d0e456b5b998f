package org.gongkai.csv;

import java.util.BitSet;

/**
 * Formulas in texts. Spreadsheets run a cell that begins with an equals sign or a similar character, in any width or
 * size; some remove blanks and quotes before it, or paste it after a tab. A spreadsheet with another separator splits a
 * cell at semicolons, commas, tabs, bars and line ends, so each of its parts can be a formula.
 */
public final class SpreadsheetFormula {

    private static final char GUARD = '\'';

    private static final String SEPARATORS = ";,|\t\r\n";
    private static final String SIGNS = "=+-@|＝＋＠｜﹢﹣﹦﹫－−";
    private static final String QUOTES = "\"'`‘’“”＇＂";

    private SpreadsheetFormula() {}

    /** Returns whether a spreadsheet would run a text as a whole. */
    public static boolean is(String text) {
        return formulas(text).get(0);
    }

    /** Returns the text with an apostrophe before each part that a spreadsheet would run. */
    static String guarded(String text) {
        BitSet formulas = formulas(text);
        StringBuilder guarded = new StringBuilder(text.length() + 1);
        for (int position = 0; position < text.length(); position++) {
            if (beginsPart(text, position) && formulas.get(position)) {
                guarded.append(GUARD);
            }
            guarded.append(text.charAt(position));
        }
        return guarded.toString();
    }

    /** Returns the text that {@link #guarded} has changed. */
    static String unguarded(String text) {
        BitSet formulas = formulas(text);
        StringBuilder unguarded = new StringBuilder(text.length());
        for (int position = 0; position < text.length(); position++) {
            char character = text.charAt(position);
            if (character != GUARD || !beginsPart(text, position) || !formulas.get(position + 1)) {
                unguarded.append(character);
            }
        }
        return unguarded.toString();
    }

    private static boolean beginsPart(String text, int position) {
        return position == 0 || SEPARATORS.indexOf(text.charAt(position - 1)) >= 0;
    }

    /**
     * Returns the positions from which a text would be a formula: those of signs, with quotes and blanks before them, and
     * those of tabs and carriage returns, with quotes before them. It reads the text once, from its end, because a client
     * can send a cell of megabytes.
     */
    private static BitSet formulas(String text) {
        BitSet formulas = new BitSet(text.length());
        boolean beforeSign = false;
        boolean beforeTab = false;
        int position = text.length();
        while (position > 0) {
            int character = text.codePointBefore(position);
            position -= Character.charCount(character);
            boolean isQuote = QUOTES.indexOf(character) >= 0;
            beforeSign = SIGNS.indexOf(character) >= 0 || beforeSign && (isQuote || isBlank(character));
            beforeTab = character == '\t' || character == '\r' || beforeTab && isQuote;
            formulas.set(position, beforeSign || beforeTab);
        }
        return formulas;
    }

    /** Returns whether spreadsheets may skip a character: spaces, control characters and invisible ones. */
    private static boolean isBlank(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONTROL,
                    Character.FORMAT -> true;
            default -> false;
        };
    }
}
