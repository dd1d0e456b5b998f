package org.gongkai.rules.book;

import java.util.List;
import java.util.Optional;
import org.gongkai.form.Form;
import org.gongkai.report.ContentHash;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.SameReport;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Checks that an agency does not submit the report of another one. Two agencies do not have the same figures and texts by
 * chance, unless all figures are 0, as in the reports of many small agencies. The other agency is named only if its report
 * is in force: before that, readers of the finding may not know of it.
 */
final class CopiedReport {

    private static final Text FORMULA = new Text(
            "内容 ≠ 其他机关同一年度的年报（全部为 0 的除外）",
            "content ≠ report of any other agency for the same year, unless all figures are 0");
    private static final Text BROKEN = new Text("内容 = %s同一年度的年报", "content = report of %s for the same year");
    private static final Text NAMED = new Text("%s（%s）", "%s (%s)");
    private static final Text UNNAMED = new Text("另一机关尚未生效的", "another agency, which is not in force,");

    private CopiedReport() {}

    static List<Condition> conditions(Form form) {
        return List.of(new Judgement("", null, FORMULA, CopiedReport::check));
    }

    private static Optional<Violation> check(Situation situation) {
        return situation.report().figures().areAllZero()
                ? Optional.empty()
                : situation.sameReportOf().map(other -> violation(other, situation));
    }

    private static Violation violation(SameReport other, Situation situation) {
        Text agency = other.name().map(name -> NAMED.with(name, other.agency())).orElse(UNNAMED);
        return new Violation(
                BROKEN.with(agency),
                null,
                null,
                Comparison.ofTexts(other.agency(), ContentHash.of(situation.report())),
                List.of(agency));
    }
}
