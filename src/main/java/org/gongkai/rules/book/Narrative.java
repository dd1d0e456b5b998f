package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.FormNode;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.ProseNumbers;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Threshold;
import org.gongkai.rules.Thresholds;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/** Checks that the texts are present and are not copies of last year's. */
final class Narrative {

    private static final String OTHER_MATTERS = "otherMatters";

    /** Matches a text that consists of a reference to another document. */
    private static final Pattern REFERENCE = Pattern.compile("(?:内容|具体)?(?:详见|参见|请见|见)[^。]{1,40}。?");

    private static final Pattern NOTHING = Pattern.compile("(?:暂?无|没有|略|不适用|[-—/.。])*+");
    private static final Pattern FEES = Pattern.compile("处理费|收费|费用");
    private static final String DIGITS_AND_BLANKS = "0123456789 \t\n\u000B\f\r";

    /** The categories of Unicode for punctuation and symbols, one bit each. */
    private static final int PUNCTUATION_AND_SYMBOLS = 1 << Character.CONNECTOR_PUNCTUATION
            | 1 << Character.DASH_PUNCTUATION
            | 1 << Character.START_PUNCTUATION
            | 1 << Character.END_PUNCTUATION
            | 1 << Character.INITIAL_QUOTE_PUNCTUATION
            | 1 << Character.FINAL_QUOTE_PUNCTUATION
            | 1 << Character.OTHER_PUNCTUATION
            | 1 << Character.MATH_SYMBOL
            | 1 << Character.CURRENCY_SYMBOL
            | 1 << Character.MODIFIER_SYMBOL
            | 1 << Character.OTHER_SYMBOL;

    /** The number of consecutive characters in one shingle. */
    private static final int SHINGLE_LENGTH = 4;

    private static final Threshold MIN_LENGTH = Threshold.of(
            "minLength",
            new Text("参与比较的最短文字，较短的常会偶然相同", "Shortest text that is compared; shorter ones are often alike by chance"),
            new Text("字", "characters"),
            "20",
            "4",
            "1000",
            0);

    private static final Threshold COPIED_PERCENT = Threshold.of(
            "percent",
            new Text("视为照抄的最低相似度", "Similarity from which a text counts as copied"),
            new Text("%", "%"),
            "90",
            "10",
            "100",
            0);

    /** The bounds of the rule on copied texts. */
    static final List<Threshold> OF_COPIED = List.of(COPIED_PERCENT, MIN_LENGTH);

    private Narrative() {}

    /** Returns the conditions that texts are not copied from last year. Section 六 may repeat every year. */
    static List<Condition> copied(Form form, Thresholds thresholds) {
        Text formula = new Text(
                        "与上年文字的相似度（四字串的杰卡德系数）< %s%%",
                        "Similarity to last year's text (Jaccard index of runs of 4 characters) < %s %%")
                .with(Violation.plain(thresholds.of(COPIED_PERCENT)));
        return form.texts().stream()
                .filter(section -> !section.name().equals(OTHER_MATTERS))
                .<Condition>map(section -> Judgement.of(section, formula, situation -> situation
                        .lastYear()
                        .flatMap(earlier -> copied(
                                situation.prose(section), ProseNumbers.normalized(earlier.text(section)), thresholds))))
                .toList();
    }

    /**
     * Returns the conditions that texts are present, and that processing fees are stated in the form of 2021 and later.
     */
    static List<Condition> missing(Form form) {
        Text formula = new Text("应有文字说明", "The section must have a text");
        Text feeFormula = new Text("应说明收取信息处理费的情况，没有收取也应说明", "Processing fees must be stated, even if there were none");
        Stream<Condition> sections = form.texts().stream()
                .filter(section -> !section.name().equals(OTHER_MATTERS))
                .map(section -> Judgement.of(section, formula, situation -> empty(text(section, situation), formula)));
        Stream<Condition> fees = form.texts().stream()
                .filter(section -> section.name().equals(OTHER_MATTERS))
                .filter(section -> form.firstYear() >= Forms.OF_2021.firstYear())
                .map(section -> Judgement.of(
                        section, feeFormula, situation -> withoutFeeStatement(text(section, situation), feeFormula)));
        return Stream.concat(sections, fees).toList();
    }

    /**
     * Returns the conditions that texts are more than a reference. The other rules on texts cannot check a reference.
     */
    static List<Condition> elsewhere(Form form) {
        Text formula = new Text("正文应写明内容，不能只写“详见……”", "The report must contain the text, not only a reference to it");
        return form.texts().stream()
                .<Condition>map(
                        section -> Judgement.of(section, formula, situation -> Optional.of(text(section, situation))
                                .filter(Narrative::isReference)
                                .map(text -> Violation.ofText(formula, text, List.of(text)))))
                .toList();
    }

    private static String text(FormNode section, Situation situation) {
        return situation.prose(section);
    }

    private static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    private static Optional<Violation> empty(String text, Text formula) {
        return NOTHING.matcher(text).matches() ? Optional.of(violation(text, formula)) : Optional.empty();
    }

    private static Optional<Violation> withoutFeeStatement(String text, Text formula) {
        return isReference(text) || FEES.matcher(text).find()
                ? Optional.empty()
                : Optional.of(violation(text, formula));
    }

    private static Violation violation(String text, Text formula) {
        return Violation.ofText(formula, text, List.of(formula));
    }

    private static Optional<Violation> copied(String text, String earlier, Thresholds thresholds) {
        String own = withoutNumbers(text);
        String other = withoutNumbers(earlier);
        int minLength = thresholds.of(MIN_LENGTH).intValue();
        if (own.length() < minLength || other.length() < minLength) {
            return Optional.empty();
        }
        BigDecimal percent = BigDecimal.valueOf(Math.round(100 * similarity(shingles(own), shingles(other))));
        BigDecimal most = thresholds.of(COPIED_PERCENT);
        if (percent.compareTo(most) < 0) {
            return Optional.empty();
        }
        Text formula = new Text("相似度[%s%%] ≥ %s%%", "similarity[%s %%] ≥ %s %%").with(percent, Violation.plain(most));
        return Optional.of(new Violation(formula, percent, most, Comparison.ofTexts(own, other), List.of(percent)));
    }

    /** Removes numbers and punctuation, as a text with new numbers is still the same text. */
    private static String withoutNumbers(String text) {
        StringBuilder words = new StringBuilder(text.length());
        int index = 0;
        while (index < text.length()) {
            int character = text.codePointAt(index);
            if (DIGITS_AND_BLANKS.indexOf(character) < 0
                    && (1 << Character.getType(character) & PUNCTUATION_AND_SYMBOLS) == 0) {
                words.appendCodePoint(character);
            }
            index += Character.charCount(character);
        }
        return words.toString();
    }

    /** Returns the distinct shingles in order. The four characters of a shingle are packed into one number. */
    private static long[] shingles(String text) {
        return IntStream.rangeClosed(0, text.length() - SHINGLE_LENGTH)
                .mapToLong(start -> (long) text.charAt(start) << 48
                        | (long) text.charAt(start + 1) << 32
                        | (long) text.charAt(start + 2) << 16
                        | text.charAt(start + 3))
                .sorted()
                .distinct()
                .toArray();
    }

    /** Returns the Jaccard index: the share of common shingles in all shingles. */
    private static double similarity(long[] one, long[] other) {
        long common = Arrays.stream(one)
                .filter(shingle -> Arrays.binarySearch(other, shingle) >= 0)
                .count();
        return (double) common / (one.length + other.length - common);
    }
}
