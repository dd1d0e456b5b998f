package org.gongkai.rules.book;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.form.Form;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Compares the years that the overview names with the report year. Years that do not say what the report is about are
 * left out: those of a comparison (较2021年), and those of a regulation or document (《……》, 2019年修订).
 */
final class YearsInText {

    private static final String OVERVIEW = "overview";
    private static final String DIGITS = "零一二三四五六七八九";

    private static final Pattern DOCUMENT_TITLE = Pattern.compile("《(?![^》]*年度报告)[^》]*》");

    private static final Pattern YEAR =
            Pattern.compile("(?<![\\d较比与同])(20\\d\\d|[二][零〇一二三四五六七八九]{3})年(?!修订|修正|公布|颁布|发布|施行|实施|印发)");

    private static final Pattern PERIOD = Pattern.compile(
            "(20\\d\\d)年(?:度)?0?1月0?1日(?:起|开始|以来)?,?(?:至|到|—|-|–|~)+(?:(?:20\\d\\d)年|本年|同年)?(?:度)?12月31日");

    private YearsInText() {}

    static List<Condition> conditions(Form form) {
        Text formula = new Text("正文所述年度应为报告年度", "The text must be about the report year");
        return form.texts().stream()
                .filter(section -> section.name().equals(OVERVIEW))
                .<Condition>map(section -> Judgement.of(
                        section,
                        formula,
                        situation -> check(
                                situation.prose(section), situation.report().year(), formula)))
                .toList();
    }

    private static Optional<Violation> check(String text, int reportYear, Text formula) {
        SortedSet<Integer> other = otherPeriods(text, reportYear);
        if (other.isEmpty()) {
            SortedSet<Integer> named = years(YEAR, DOCUMENT_TITLE.matcher(text).replaceAll(""));
            other = named.contains(reportYear) ? new TreeSet<>() : named;
        }
        if (other.isEmpty()) {
            return Optional.empty();
        }
        String years = other.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of(Violation.ofText(formula, years + " ≠ " + reportYear, List.of(years, reportYear)));
    }

    /** Returns the years of the statistical periods that the text states, except for the report year. */
    private static SortedSet<Integer> otherPeriods(String text, int reportYear) {
        SortedSet<Integer> periods = years(PERIOD, text);
        periods.remove(reportYear);
        return periods;
    }

    private static SortedSet<Integer> years(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(YearsInText::year).collect(Collectors.toCollection(TreeSet::new));
    }

    private static int year(MatchResult found) {
        return found.group(1)
                .chars()
                .map(sign -> Character.digit(sign, 10) >= 0
                        ? Character.digit(sign, 10)
                        : DIGITS.indexOf(sign == '〇' ? '零' : sign))
                .reduce(0, (number, digit) -> 10 * number + digit);
    }
}
