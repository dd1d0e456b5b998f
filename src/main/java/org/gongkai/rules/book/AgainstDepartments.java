package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.form.Unit;
import org.gongkai.report.Contents;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Departments;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Threshold;
import org.gongkai.rules.Thresholds;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Compares a government's own report with the sum of its departments' reports, on the same form. The government's
 * report contains those of its departments, so none of its numbers may be smaller. If every department has reported,
 * none may be greater either.
 *
 * @param own the government's own report
 * @param sum the sum of the departments' reports
 * @param reports the number of reports in the sum
 * @param complete true if every department has reported
 * @param roundingError largest rounding error of one amount, in CNY 10,000
 */
public record AgainstDepartments(Contents own, Contents sum, long reports, boolean complete, BigDecimal roundingError) {

    /** The rule id of the findings. */
    public static final String RULE = "CONSOLIDATION";

    private static final Threshold ROUNDING_ERROR = Threshold.of(
            "roundingError",
            new Text(
                    "每份报告金额的最大舍入误差，公布的金额常四舍五入到两位小数",
                    "Largest rounding error of the amount in one report; amounts are often published with two decimals"),
            Text.of("万元"),
            "0.005",
            "0",
            "1000",
            6);

    /** The bounds of the rule. */
    static final List<Threshold> THRESHOLDS = List.of(ROUNDING_ERROR);

    /** Compares with the rounding error of the rule book. */
    public AgainstDepartments(Contents own, Contents sum, long reports, boolean complete) {
        this(own, sum, reports, complete, ROUNDING_ERROR.standard());
    }

    private static final Text LESS = new Text(
            "政府年报为 %s，少于各部门年报之和 %s，相差 %s",
            "The government's own report has %s, which is less than the %s of its departments, off by %s");
    private static final Text LESS_FORMULA = new Text("政府年报[%s] < 各部门之和[%s]", "own report[%s] < departments[%s]");

    private static final Text UNEQUAL = new Text(
            "各部门均已报送，各部门之和应等于政府年报：政府年报为 %s，各部门之和为 %s，相差 %s",
            "All departments have reported, so the government's own report should equal their sum: it has %s, the sum"
                    + " is %s, off by %s");
    private static final Text UNEQUAL_FORMULA = new Text("政府年报[%s] ≠ 各部门之和[%s]", "own report[%s] ≠ departments[%s]");

    private static final Text FORMULA = new Text(
            "政府年报 ≥ 各部门年报之和；各部门均已报送的，两者相等",
            "own report ≥ sum of the departments' reports; both are equal if all departments have reported");

    private static final Text COUNTED =
            new Text("%s（已计入部门年报 %s 份，应报 %s 份）", "%s (%s departments' reports are counted, of %s expected)");

    /**
     * A difference that is greater than the possible rounding error.
     *
     * @param figure the figure
     * @param cell the cell
     * @param own the number in the government's own report
     * @param sum the sum of the departments' numbers
     */
    public record Difference(Figure figure, Cell cell, BigDecimal own, BigDecimal sum) {

        /** Returns the government's number minus the sum of its departments. */
        public BigDecimal value() {
            return own.subtract(sum);
        }

        /**
         * Returns whether the number is smaller than it may be. Changes may be negative, so a part may exceed the
         * whole.
         */
        private boolean isTooLittle() {
            return value().signum() < 0 && !figure.signed();
        }
    }

    /** Returns the conditions of a government's report when it is submitted: one for each cell. */
    static List<Condition> conditions(Form form, Thresholds thresholds) {
        BigDecimal roundingError = thresholds.of(ROUNDING_ERROR);
        return form.figures().stream()
                .flatMap(figure -> figure.cells().stream()
                        .<Condition>map(cell -> Judgement.of(
                                cell, FORMULA, situation -> check(figure, cell, roundingError, situation))))
                .toList();
    }

    /**
     * Checks a cell. A row whose total is wrong already has a finding: its other cells get none, so that the number of
     * findings is that of the rows at most.
     */
    private static Optional<Violation> check(Figure figure, Cell cell, BigDecimal roundingError, Situation situation) {
        return situation
                .departments()
                .filter(departments -> departments.reports() > 0)
                .flatMap(departments ->
                        of(situation, departments, roundingError).violation(figure, cell, departments.expected()));
    }

    private static AgainstDepartments of(Situation situation, Departments departments, BigDecimal roundingError) {
        return new AgainstDepartments(
                situation.report(), departments.sum(), departments.reports(), departments.complete(), roundingError);
    }

    private Optional<Violation> violation(Figure figure, Cell cell, long expected) {
        Cell total = figure.total().orElseThrow();
        boolean hasFindingAlready =
                !cell.equals(total) && impermissible(figure, total).isPresent();
        return hasFindingAlready
                ? Optional.empty()
                : impermissible(figure, cell).map(difference -> violation(difference, expected));
    }

    private Optional<Difference> impermissible(Figure figure, Cell cell) {
        return Optional.of(new Difference(
                        figure, cell, own.figures().at(cell), sum.figures().at(cell)))
                .filter(this::isBeyondRounding)
                .filter(difference -> difference.isTooLittle() || complete);
    }

    private Violation violation(Difference difference, long expected) {
        Finding finding = finding(difference).orElseThrow();
        return Violation.ofNumbers(
                finding.formula(),
                difference.own(),
                difference.sum(),
                List.of(COUNTED.with(finding.message(), reports, expected)));
    }

    /** Returns all differences, in print order. */
    public List<Difference> differences() {
        return own.form().figures().stream().flatMap(this::differences).toList();
    }

    /** Returns the findings about impermissible differences, in print order. */
    public List<Finding> findings() {
        return differences().stream()
                .flatMap(difference -> finding(difference).stream())
                .toList();
    }

    private Stream<Difference> differences(Figure figure) {
        return figure.cells().stream()
                .map(cell -> new Difference(
                        figure, cell, own.figures().at(cell), sum.figures().at(cell)))
                .filter(this::isBeyondRounding);
    }

    private boolean isBeyondRounding(Difference difference) {
        return difference.value().abs().compareTo(tolerance(difference.figure())) > 0;
    }

    /** Returns the largest difference by rounding: all amounts may have been rounded in the same direction. */
    private BigDecimal tolerance(Figure figure) {
        return figure.unit() == Unit.TEN_THOUSAND_YUAN
                ? roundingError.multiply(BigDecimal.valueOf(reports + 1))
                : BigDecimal.ZERO;
    }

    private Optional<Finding> finding(Difference difference) {
        return difference.isTooLittle()
                ? Optional.of(finding(difference, LESS, LESS_FORMULA))
                : complete ? Optional.of(finding(difference, UNEQUAL, UNEQUAL_FORMULA)) : Optional.empty();
    }

    private static Finding finding(Difference difference, Text message, Text formula) {
        String own = Violation.plain(difference.own());
        String sum = Violation.plain(difference.sum());
        return new Finding(
                RULE,
                Severity.WARNING,
                difference.cell().pointer(),
                difference.cell().place(),
                message.with(own, sum, Violation.plain(difference.value())),
                formula.with(own, sum),
                difference.own(),
                difference.sum(),
                Comparison.ofNumbers(difference.own(), difference.sum()));
    }
}
