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
import org.gongkai.rules.Threshold;
import org.gongkai.rules.Thresholds;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Detects figures that are far beyond those of the agency's category, in a report without an earlier one of the agency to
 * compare with. Without enough reports of the category, one limit holds for all figures.
 */
public final class FigureUnusual {

    /** The factor that the stored usual values contain. */
    private static final BigDecimal STORED_FACTOR = BigDecimal.valueOf(100);

    private static final Threshold FACTOR = Threshold.of(
            "factor",
            new Text("同类机关第 95 百分位数的倍数上限", "Largest multiple of the 95th percentile of the category"),
            new Text("倍", "times"),
            "100",
            "2",
            "10000",
            2);

    private static final Threshold LIMIT = Threshold.of(
            "limit",
            new Text("同类报告不足五份时的上限", "Largest figure, with fewer than five reports of the category"),
            new Text("该数字的单位", "unit of the figure"),
            "100000000",
            "1000",
            "1000000000000",
            0);

    /** The bounds of the rule. */
    static final List<Threshold> THRESHOLDS = List.of(FACTOR, LIMIT);

    /** The least usual value, for a factor of 1. */
    private static final BigDecimal FLOOR = BigDecimal.TEN;

    private static final Text FORMULA = new Text(
            "首次报送：本年 ≤ 同类机关前五年报告第 95 百分位数的 %1$s 倍（不低于 %2$s）；同类报告不足五份的，本年 ≤ %3$s",
            "First report: this year ≤ %1$s times the 95th percentile of the category's reports of the previous five years,"
                    + " and at least %2$s; with fewer than five such reports, this year ≤ %3$s");

    private FigureUnusual() {}

    static List<Condition> conditions(Form form, Thresholds thresholds) {
        BigDecimal factor = thresholds.of(FACTOR);
        Text formula = FORMULA.with(
                Violation.plain(factor),
                Violation.plain(factor.multiply(FLOOR)),
                Violation.plain(thresholds.of(LIMIT)));
        return figures(form)
                .flatMap(figure -> figure.total().stream())
                .<Condition>map(cell -> Judgement.of(cell, formula, situation -> check(cell, thresholds, situation)))
                .toList();
    }

    /** Returns the figures that are compared: the same as those that are compared with the agency's earlier years. */
    public static Stream<Figure> figures(Form form) {
        return form.figures().stream().filter(FigureJump::isCompared);
    }

    private static Optional<Violation> check(Cell cell, Thresholds thresholds, Situation situation) {
        if (!situation.earlier().isEmpty() || !situation.report().figures().has(cell)) {
            return Optional.empty();
        }
        BigDecimal most = situation
                .usual(cell)
                .map(usual -> usual.multiply(thresholds.of(FACTOR)).divide(STORED_FACTOR))
                .orElse(thresholds.of(LIMIT));
        BigDecimal value = situation.report().figures().at(cell);
        return value.compareTo(most) > 0 ? Optional.of(violation(value, most)) : Optional.empty();
    }

    private static Violation violation(BigDecimal value, BigDecimal most) {
        Text formula =
                new Text("本年[%s] > %s", "this year[%s] > %s").with(Violation.plain(value), Violation.plain(most));
        return Violation.ofNumbers(formula, value, most, List.of(Violation.plain(value), Violation.plain(most)));
    }
}
