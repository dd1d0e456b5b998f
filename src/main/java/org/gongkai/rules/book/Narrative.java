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
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/** Whether the texts say anything, and anything new. */
final class Narrative {

    private static final String OTHER_MATTERS = "otherMatters";

    /** Says where the text is instead of what it says. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:内容|具体)?(?:详见|参见|请见|见)[^。]{1,40}。?");

    private static final Pattern NOTHING = Pattern.compile("(?:暂?无|没有|略|不适用|[-—/.。])*+");
    private static final Pattern FEES = Pattern.compile("处理费|收费|费用");
    private static final Pattern WITHOUT_MEANING = Pattern.compile("[\\d\\p{P}\\p{S}]+");

    /** How many characters in a row make one piece of a text that is compared. */
    private static final int PIECE = 4;

    /** Shorter texts are alike by nature. */
    private static final int LEAST_LENGTH = 20;

    /** From this share of common pieces on, in percent, a text counts as copied. */
    private static final BigDecimal COPIED = BigDecimal.valueOf(90);

    private Narrative() {}

    /** The texts on the year: whether they are last year's. Section six is the same every year by nature. */
    static List<Condition> copied(Form form) {
        Text formula = new Text(
                "与上年文字的相似度（四字串的杰卡德系数）< 90%", "Similarity to last year's text (Jaccard index of runs of 4) < 90 %");
        return form.texts().stream()
                .filter(section -> !section.name().equals(OTHER_MATTERS))
                .<Condition>map(section -> Judgement.of(section, formula, situation -> situation
                        .lastYear()
                        .flatMap(earlier ->
                                copied(situation.prose(section), ProseNumbers.normalized(earlier.text(section))))))
                .toList();
    }

    /** The sections that must say something, and the statement on processing fees, due since they can be charged. */
    static List<Condition> missing(Form form) {
        Text formula = new Text("应有文字说明", "There is a text");
        Text feeFormula = new Text("应说明收取信息处理费的情况，没有收取也应说明", "Processing fees are stated, even when nil");
        Stream<Condition> sections = form.texts().stream()
                .filter(section -> !section.name().equals(OTHER_MATTERS))
                .map(section -> Judgement.of(section, formula, situation -> empty(text(section, situation), formula)));
        Stream<Condition> fees = form.texts().stream()
                .filter(section -> section.name().equals(OTHER_MATTERS))
                .filter(section -> form.firstYear() >= Forms.OF_2021.firstYear())
                .map(section -> Judgement.of(
                        section, feeFormula, situation -> withoutFees(text(section, situation), feeFormula)));
        return Stream.concat(sections, fees).toList();
    }

    /** A text that only refers to another document: what the other rules on texts ask cannot be judged. */
    static List<Condition> elsewhere(Form form) {
        Text formula = new Text("正文应写明内容，不能只写“详见……”", "The text is in the report, not only a reference to it");
        return form.texts().stream()
                .<Condition>map(
                        section -> Judgement.of(section, formula, situation -> Optional.of(text(section, situation))
                                .filter(Narrative::isElsewhere)
                                .map(text -> Violation.ofText(formula, text, List.of(text)))))
                .toList();
    }

    private static String text(FormNode section, Situation situation) {
        return situation.prose(section);
    }

    private static boolean isElsewhere(String text) {
        return ELSEWHERE.matcher(text).matches();
    }

    private static Optional<Violation> empty(String text, Text formula) {
        return NOTHING.matcher(text).matches() ? Optional.of(said(text, formula)) : Optional.empty();
    }

    private static Optional<Violation> withoutFees(String text, Text formula) {
        return isElsewhere(text) || FEES.matcher(text).find() ? Optional.empty() : Optional.of(said(text, formula));
    }

    private static Violation said(String text, Text formula) {
        return Violation.ofText(formula, text, List.of(formula));
    }

    private static Optional<Violation> copied(String text, String earlier) {
        String own = withoutNumbers(text);
        String other = withoutNumbers(earlier);
        if (own.length() < LEAST_LENGTH || other.length() < LEAST_LENGTH) {
            return Optional.empty();
        }
        BigDecimal percent = BigDecimal.valueOf(Math.round(100 * similarity(pieces(own), pieces(other))));
        if (percent.compareTo(COPIED) < 0) {
            return Optional.empty();
        }
        Text formula = new Text("相似度[%s%%] ≥ %s%%", "similarity[%s %%] ≥ %s %%").with(percent, COPIED);
        return Optional.of(new Violation(formula, percent, COPIED, Comparison.ofTexts(own, other), List.of(percent)));
    }

    /** Only the words: a text that was given new numbers is still the same text. */
    private static String withoutNumbers(String text) {
        return WITHOUT_MEANING.matcher(text).replaceAll("");
    }

    /** In order, each once. The four characters of a piece fill a number. */
    private static long[] pieces(String text) {
        return IntStream.rangeClosed(0, text.length() - PIECE)
                .mapToLong(start -> (long) text.charAt(start) << 48
                        | (long) text.charAt(start + 1) << 32
                        | (long) text.charAt(start + 2) << 16
                        | text.charAt(start + 3))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The Jaccard index: pieces in common, of all pieces. */
    private static double similarity(long[] one, long[] other) {
        long common = Arrays.stream(one)
                .filter(piece -> Arrays.binarySearch(other, piece) >= 0)
                .count();
        return (double) common / (one.length + other.length - common);
    }
}
