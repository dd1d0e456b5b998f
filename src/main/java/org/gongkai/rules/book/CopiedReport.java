package org.gongkai.rules.book;

import java.util.List;
import java.util.Optional;
import org.gongkai.form.Form;
import org.gongkai.report.ContentHash;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Checks that an agency does not submit the report of another one. Two agencies do not have the same figures and texts by
 * chance, unless all figures are 0, as in the reports of many small agencies.
 */
final class CopiedReport {

    private static final Text FORMULA = new Text(
            "内容 ≠ 其他机关同一年度的年报（全部为 0 的除外）",
            "content ≠ report of any other agency for the same year, unless all figures are 0");
    private static final Text BROKEN =
            new Text("内容 = 机关 %s 同一年度的年报", "content = report of the agency %s for the same year");

    private CopiedReport() {}

    static List<Condition> conditions(Form form) {
        return List.of(new Judgement("", null, FORMULA, CopiedReport::check));
    }

    private static Optional<Violation> check(Situation situation) {
        return situation.report().figures().areAllZero()
                ? Optional.empty()
                : situation.sameReportOf().map(other -> violation(other, situation));
    }

    private static Violation violation(String other, Situation situation) {
        return new Violation(
                BROKEN.with(other),
                null,
                null,
                Comparison.ofTexts(other, ContentHash.of(situation.report())),
                List.of(other));
    }
}
