package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number stated in a text.
 *
 * @param quote the quoted words
 * @param number the number
 */
public record Statement(String quote, BigDecimal number) {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})年");

    /**
     * Matches words that mark a number as one of a part, of another year or of a comparison. The table has another
     * number.
     */
    private static final Pattern ABOUT_SOMETHING_ELSE = Pattern.compile("其中|上年|去年|上一年|往年|历年|本级|同比|相比|季度|半年|\\d月份");

    /** Matches a remark in brackets. */
    private static final Pattern REMARK = Pattern.compile("\\([^()]*\\)");

    /** Maximum length of a sentence, to limit the search in content that is not prose. */
    private static final int MAX_LOOK_BACK = 300;

    public static Statement of(Matcher found) {
        return new Statement(found.group(), ProseNumbers.number(found.group("number")));
    }

    public static Statement ofNone(Matcher found) {
        return new Statement(found.group(), BigDecimal.ZERO);
    }

    /** Returns the words of a match without remarks in brackets, which may be about something else. */
    public static String words(Matcher found) {
        return REMARK.matcher(found.group()).replaceAll("");
    }

    /** Returns whether a match refers to the whole report year, judged by the words before it in the sentence. */
    public static boolean isAbout(int year, String text, Matcher found) {
        String before = text.substring(Math.max(0, found.start() - MAX_LOOK_BACK), found.start());
        int sentenceEnd = Math.max(before.lastIndexOf('。'), before.lastIndexOf(';'));
        String sentencePart = before.substring(sentenceEnd + 1) + words(found);
        return !ABOUT_SOMETHING_ELSE.matcher(sentencePart).find()
                && YEAR.matcher(sentencePart).results().allMatch(named -> named.group(1)
                        .equals(String.valueOf(year)));
    }
}
