package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Detects figures that are far beyond those of the agency's category, in a report without an earlier one of the agency to
 * compare with. Without enough reports of the category, one limit holds for all figures.
 */
public final class FigureUnusual {

    /** The limit for any figure of one agency, where nothing is known about its category. */
    static final BigDecimal LIMIT = BigDecimal.valueOf(100_000_000);

    private static final Text FORMULA = new Text(
            "首次报送：本年 ≤ 同类机关前五年报告第 95 百分位数的 100 倍（不低于 1000）；同类报告不足五份的，本年 ≤ 100000000",
            "First report: this year ≤ 100 times the 95th percentile of the category's reports of the previous five years,"
                    + " and at least 1,000; with fewer than five such reports, this year ≤ 100,000,000");

    private FigureUnusual() {}

    static List<Condition> conditions(Form form) {
        return figures(form)
                .flatMap(figure -> figure.total().stream())
                .<Condition>map(cell -> Judgement.of(cell, FORMULA, situation -> check(cell, situation)))
                .toList();
    }

    /** Returns the figures that are compared: the same as those that are compared with the agency's earlier years. */
    public static Stream<Figure> figures(Form form) {
        return form.figures().stream().filter(FigureJump::isCompared);
    }

    private static Optional<Violation> check(Cell cell, Situation situation) {
        if (!situation.earlier().isEmpty() || !situation.report().figures().has(cell)) {
            return Optional.empty();
        }
        BigDecimal most = situation.usual(cell).orElse(LIMIT);
        BigDecimal value = situation.report().figures().at(cell);
        return value.compareTo(most) > 0 ? Optional.of(violation(value, most)) : Optional.empty();
    }

    private static Violation violation(BigDecimal value, BigDecimal most) {
        Text formula =
                new Text("本年[%s] > %s", "this year[%s] > %s").with(Violation.plain(value), Violation.plain(most));
        return Violation.ofNumbers(formula, value, most, List.of(Violation.plain(value), Violation.plain(most)));
    }
}
