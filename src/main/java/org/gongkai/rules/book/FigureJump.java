package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.form.Measure;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.Situation;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Detects figures that jump against the agency's own history, by the modified z-score of Iglewicz and Hoaglin over the
 * started logarithm ln(x + 10). The logarithm treats a doubling from 20 like one from 20,000, and the offset reduces
 * the effect of figures below ten. The value is compared with the median of the previous years and the median absolute
 * deviation from it (MAD). Neither is affected by a single bad year. A small MAD is raised to a minimum, as otherwise
 * agencies with steady figures would receive a warning for every change. The minimum is a factor of three, or of ten
 * with fewer than three years of history.
 */
final class FigureJump {

    /** The maximum number of earlier years in the comparison. A {@link Situation} has no more. */
    static final int MAX_YEARS = 5;

    private static final int SUFFICIENT_YEARS = 3;
    private static final double LOG_OFFSET = 10;

    /**
     * The largest normal deviation, in MADs. 3.5 is the limit of the modified z-score; 0.6745 scales the MAD to a
     * standard deviation.
     */
    private static final double MAX_DEVIATION = 3.5 / 0.6745;

    private static final double MIN_FACTOR = 3;
    private static final double MIN_FACTOR_WITH_FEW_YEARS = 10;

    private static final Text FORMULA = new Text(
            "|ln(本年 + 10) − M| ≤ max(5.19 × MAD, ln 3)，M、MAD 为前五年的中位数和绝对中位差；不足三年用 ln 10",
            "|ln(this year + 10) − M| ≤ max(5.19 × MAD, ln 3), where M and MAD are the median and the median absolute"
                    + " deviation of the previous five years; ln 10 with fewer than three years");

    private FigureJump() {}

    static List<Condition> conditions(Form form) {
        return form.figures().stream()
                .flatMap(FigureJump::cell)
                .map(FigureJump::condition)
                .toList();
    }

    /**
     * Returns the cell of a figure that is checked: counts of the agency's acts, of requests received and of cases.
     * Figures that follow from these are not checked, so that one change causes one warning.
     */
    private static Stream<Cell> cell(Figure figure) {
        return isCompared(figure) ? figure.total().stream() : Stream.empty();
    }

    /** Returns whether a figure is compared with others of the agency, or of its category. */
    static boolean isCompared(Figure figure) {
        return switch (figure.table()) {
            case 2 -> figure.role() == FigureRole.LEAF && figure.measure() == Measure.FLOW && !figure.signed();
            case 3 -> figure.code().equals("requests.newlyReceived");
            default -> figure.role() == FigureRole.TOTAL;
        };
    }

    private static Condition condition(Cell cell) {
        return Judgement.of(cell, FORMULA, situation -> check(cell, situation));
    }

    private static Optional<Violation> check(Cell cell, Situation situation) {
        double[] earlier = situation.earlier().stream()
                .filter(report -> report.figures().has(cell))
                .mapToDouble(report -> report.figures().at(cell).doubleValue())
                .toArray();
        if (earlier.length == 0 || !situation.report().figures().has(cell)) {
            return Optional.empty();
        }
        BigDecimal value = situation.report().figures().at(cell);
        return jumps(value.doubleValue(), earlier)
                ? Optional.of(violation(value, median(earlier), earlier.length))
                : Optional.empty();
    }

    private static boolean jumps(double value, double[] earlier) {
        double[] logs = map(earlier, FigureJump::startedLog);
        double middle = median(logs);
        double spread = median(map(logs, log -> Math.abs(log - middle)));
        double floor = Math.log(earlier.length < SUFFICIENT_YEARS ? MIN_FACTOR_WITH_FEW_YEARS : MIN_FACTOR);
        return Math.abs(startedLog(value) - middle) > Math.max(MAX_DEVIATION * spread, floor);
    }

    private static double startedLog(double value) {
        return Math.log(value + LOG_OFFSET);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static double[] map(double[] values, DoubleUnaryOperator mapping) {
        return Arrays.stream(values).map(mapping).toArray();
    }

    private static Violation violation(BigDecimal value, double median, int years) {
        BigDecimal usual = new BigDecimal(median, MathContext.DECIMAL64);
        Text formula = new Text("本年[%s]，前 %s 年中位数[%s]", "this year[%s], median of the previous %s year(s)[%s]")
                .with(Violation.plain(value), years, Violation.plain(usual));
        return Violation.ofNumbers(
                formula, value, usual, List.of(Violation.plain(value), years, Violation.plain(usual)));
    }
}
