package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
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
import org.gongkai.rules.Threshold;
import org.gongkai.rules.Thresholds;
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

    /** The factor that scales the MAD to a standard deviation. */
    private static final double MAD_SCALE = 0.6745;

    private static final Text FACTOR = new Text("倍", "times");

    private static final Threshold MAX_SCORE = Threshold.of(
            "maxScore",
            new Text("与中位数之差的修正 Z 分数上限", "Largest modified z-score of the difference from the median"),
            new Text("标准差", "standard deviations"),
            "3.5",
            "1",
            "20",
            2);

    private static final Threshold MIN_FACTOR = Threshold.of(
            "minFactor", new Text("不视为异常的变化倍数", "Change that is never unusual"), FACTOR, "3", "1", "1000", 2);

    private static final Threshold MIN_FACTOR_WITH_FEW_YEARS = Threshold.of(
            "minFactorWithFewYears",
            new Text("以往报告不足三年时，不视为异常的变化倍数", "Change that is never unusual, with fewer than three years of history"),
            FACTOR,
            "10",
            "1",
            "1000",
            2);

    /** The bounds of the rule. */
    static final List<Threshold> THRESHOLDS = List.of(MAX_SCORE, MIN_FACTOR, MIN_FACTOR_WITH_FEW_YEARS);

    private static final Text FORMULA = new Text(
            "|ln(本年 + 10) − M| ≤ max(%1$s × MAD, ln %2$s)，M、MAD 为前五年的中位数和绝对中位差；不足三年用 ln %3$s",
            "|ln(this year + 10) − M| ≤ max(%1$s × MAD, ln %2$s), where M and MAD are the median and the median absolute"
                    + " deviation of the previous five years; ln %3$s with fewer than three years");

    /**
     * The bounds as they are compared.
     *
     * @param deviation largest normal deviation, in MADs
     * @param floor largest change that is never unusual, as a logarithm
     * @param floorWithFewYears the same with few years of history
     */
    private record Bounds(double deviation, double floor, double floorWithFewYears) {

        static Bounds of(Thresholds thresholds) {
            return new Bounds(
                    thresholds.of(MAX_SCORE).doubleValue() / MAD_SCALE,
                    Math.log(thresholds.of(MIN_FACTOR).doubleValue()),
                    Math.log(thresholds.of(MIN_FACTOR_WITH_FEW_YEARS).doubleValue()));
        }
    }

    private FigureJump() {}

    static List<Condition> conditions(Form form, Thresholds thresholds) {
        Bounds bounds = Bounds.of(thresholds);
        Text formula = formula(thresholds, bounds);
        return form.figures().stream()
                .flatMap(FigureJump::cell)
                .<Condition>map(cell -> Judgement.of(cell, formula, situation -> check(cell, bounds, situation)))
                .toList();
    }

    private static Text formula(Thresholds thresholds, Bounds bounds) {
        BigDecimal deviation = BigDecimal.valueOf(bounds.deviation()).setScale(2, RoundingMode.HALF_UP);
        return FORMULA.with(
                Violation.plain(deviation),
                Violation.plain(thresholds.of(MIN_FACTOR)),
                Violation.plain(thresholds.of(MIN_FACTOR_WITH_FEW_YEARS)));
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

    private static Optional<Violation> check(Cell cell, Bounds bounds, Situation situation) {
        double[] earlier = situation.earlier().stream()
                .filter(report -> report.figures().has(cell))
                .mapToDouble(report -> report.figures().at(cell).doubleValue())
                .toArray();
        if (earlier.length == 0 || !situation.report().figures().has(cell)) {
            return Optional.empty();
        }
        BigDecimal value = situation.report().figures().at(cell);
        return jumps(value.doubleValue(), earlier, bounds)
                ? Optional.of(violation(value, median(earlier), earlier.length))
                : Optional.empty();
    }

    private static boolean jumps(double value, double[] earlier, Bounds bounds) {
        double[] logs = map(earlier, FigureJump::startedLog);
        double middle = median(logs);
        double spread = median(map(logs, log -> Math.abs(log - middle)));
        double floor = earlier.length < SUFFICIENT_YEARS ? bounds.floorWithFewYears() : bounds.floor();
        return Math.abs(startedLog(value) - middle) > Math.max(bounds.deviation() * spread, floor);
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
