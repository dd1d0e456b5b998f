package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that a text states.
 *
 * @param quote the words
 * @param number the number
 */
public record Statement(String quote, BigDecimal number) {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})年");

    /** A number about a part, about another year, or in comparison is not the one that the table holds. */
    private static final Pattern ABOUT_SOMETHING_ELSE = Pattern.compile("其中|上年|去年|上一年|往年|历年|本级|同比|相比|季度|半年|\\d月份");

    /** Sentences are shorter; only what is no text goes on for ever. */
    private static final int MAX_LOOK_BACK = 300;

    public static Statement of(Matcher found) {
        return new Statement(found.group(), ProseNumbers.number(found.group("number")));
    }

    public static Statement ofNone(Matcher found) {
        return new Statement(found.group(), BigDecimal.ZERO);
    }

    /** Whether what was found speaks of the whole year of the report, by the words before it in its sentence. */
    public static boolean isAbout(int year, String text, Matcher found) {
        String before = text.substring(Math.max(0, found.start() - MAX_LOOK_BACK), found.start());
        int sentence = Math.max(before.lastIndexOf('。'), before.lastIndexOf(';'));
        String said = before.substring(sentence + 1) + found.group();
        return !ABOUT_SOMETHING_ELSE.matcher(said).find()
                && YEAR.matcher(said).results().allMatch(named -> named.group(1).equals(String.valueOf(year)));
    }
}
