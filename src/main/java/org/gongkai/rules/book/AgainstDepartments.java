package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Unit;
import org.gongkai.report.Contents;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * A government's own report beside the sum of its departments' reports. It contains theirs, so no number of it is smaller; and where
 * every department has reported, none is greater. Both are on the same form.
 *
 * @param own the government's own report
 * @param sum the departments' reports added up
 * @param reports how many reports were added up
 * @param complete whether every department has reported
 */
public record AgainstDepartments(Contents own, Contents sum, long reports, boolean complete) {

    /** The rule that faults are listed under. */
    public static final String RULE = "CONSOLIDATION";

    /** Amounts are often published rounded to two decimals, by the departments or by the government: each by at most half a unit. */
    private static final BigDecimal ROUNDED_AWAY = new BigDecimal("0.005");

    private static final Text LESS = new Text(
            "政府年报为 %s，少于各部门年报之和 %s，相差 %s",
            "The government's own report has %s, less than its departments' %s, off by %s");
    private static final Text LESS_FORMULA = new Text("政府年报[%s] < 各部门之和[%s]", "own report[%s] < departments[%s]");

    private static final Text UNEQUAL = new Text(
            "各部门均已报送，各部门之和应等于政府年报：政府年报为 %s，各部门之和为 %s，相差 %s",
            "All departments have reported, so the government's own report should equal them: it has %s, they have %s, off by %s");
    private static final Text UNEQUAL_FORMULA = new Text("政府年报[%s] ≠ 各部门之和[%s]", "own report[%s] ≠ departments[%s]");

    /**
     * A number that differs, by more than rounding.
     *
     * @param figure the figure it belongs to
     * @param cell the cell it stands in
     * @param own what the government reports
     * @param sum what its departments report together
     */
    public record Difference(Figure figure, Cell cell, BigDecimal own, BigDecimal sum) {

        /** What the government has more than its departments; negative where it has less. */
        public BigDecimal value() {
            return own.subtract(sum);
        }

        /** Of changes, which may be negative, a part may well be more than the whole. */
        private boolean isTooLittle() {
            return value().signum() < 0 && !figure.signed();
        }
    }

    /** Every number that differs, in print order. */
    public List<Difference> differences() {
        return own.form().figures().stream().flatMap(this::differences).toList();
    }

    /** The differences that should not be, in print order. */
    public List<Finding> faults() {
        return differences().stream().flatMap(found -> fault(found).stream()).toList();
    }

    private Stream<Difference> differences(Figure figure) {
        return figure.cells().stream()
                .map(cell -> new Difference(
                        figure, cell, own.figures().at(cell), sum.figures().at(cell)))
                .filter(found -> found.value().abs().compareTo(tolerance(figure)) > 0);
    }

    /** All amounts in it may have been rounded the same way. */
    private BigDecimal tolerance(Figure figure) {
        return figure.unit() == Unit.TEN_THOUSAND_YUAN
                ? ROUNDED_AWAY.multiply(BigDecimal.valueOf(reports + 1))
                : BigDecimal.ZERO;
    }

    private Optional<Finding> fault(Difference found) {
        return found.isTooLittle()
                ? Optional.of(fault(found, LESS, LESS_FORMULA))
                : complete ? Optional.of(fault(found, UNEQUAL, UNEQUAL_FORMULA)) : Optional.empty();
    }

    private static Finding fault(Difference found, Text message, Text formula) {
        String own = Violation.plain(found.own());
        String sum = Violation.plain(found.sum());
        return new Finding(
                RULE,
                Severity.WARNING,
                found.cell().pointer(),
                found.cell().place(),
                message.with(own, sum, Violation.plain(found.value())),
                formula.with(own, sum),
                found.own(),
                found.sum(),
                Comparison.ofNumbers(found.own(), found.sum()));
    }
}
