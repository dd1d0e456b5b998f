package org.gongkai.filing.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.report.Contents;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * The statement of an agency that it had nothing to report (零报告). A report in which every figure is 0 does not say whether
 * that is so, or whether its figures have not been filled in; the statement does.
 */
final class NilStatement {

    /** The rule id of figures that contradict the statement. */
    static final String RULE = "NIL-RETURN";

    private static final Text NOT_ZERO =
            new Text("声明零报告的，各项数据均应为 0，此处为 %s", "With a nil return every figure must be 0, but this one is %s");
    private static final Text FORMULA = new Text("零报告：本格[%s] ≠ 0", "nil return: this cell[%s] ≠ 0");

    private NilStatement() {}

    /**
     * Returns the cells that contradict a statement, in print order.
     *
     * @param stated whether the agency states that it had nothing to report; empty if it says nothing about it
     */
    static List<Finding> contradictions(Optional<Boolean> stated, Contents report) {
        return stated.orElse(false) && !report.figures().areAllZero()
                ? report.form().figures().stream()
                        .flatMap(figure -> figure.cells().stream())
                        .flatMap(cell -> contradiction(report, cell))
                        .toList()
                : List.of();
    }

    /**
     * Returns whether a submission says the same as the newest revision. A submission without a statement leaves that of
     * the same content unchanged.
     */
    static boolean isSame(Optional<Boolean> stated, boolean newest) {
        return stated.orElse(newest) == newest;
    }

    private static Stream<Finding> contradiction(Contents report, Cell cell) {
        if (!report.figures().has(cell) || report.figures().at(cell).signum() == 0) {
            return Stream.empty();
        }
        BigDecimal value = report.figures().at(cell);
        return Stream.of(new Finding(
                RULE,
                Severity.ERROR,
                cell.pointer(),
                cell.place(),
                NOT_ZERO.with(Violation.plain(value)),
                FORMULA.with(Violation.plain(value)),
                value,
                BigDecimal.ZERO,
                Comparison.ofNumbers(value, BigDecimal.ZERO)));
    }
}
