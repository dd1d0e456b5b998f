package org.gongkai.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.registry.Named;

/**
 * What the database answers to a question.
 *
 * @param dataVersion the state of the data
 * @param at when the data came into that state
 * @param groups the sums of each group by the code of their figure
 */
record Sums(long dataVersion, Instant at, Map<Group, Map<String, Sum>> groups) {

    /** Digits of a rate after the point. */
    static final int RATE_SCALE = 6;

    /** The keys of a group; {@code null} where it is not grouped by them. */
    record Group(Integer year, Named district, Named category, Named agency, String applicantType) {}

    /**
     * One sum and what it covers.
     *
     * @param value the sum
     * @param reports reports counted
     * @param expected reports expected
     * @param onTime reports counted that came in by the deadline, where that is asked
     * @param owing reports that the rosters of opened years ask for, where that is asked
     */
    record Sum(BigDecimal value, long reports, long expected, long onTime, long owing) {}

    /** A row for each group and figure asked for. */
    List<RollUpRow> rows(Collection<AskedFigure> figures) {
        return groups.entrySet().stream()
                .flatMap(group -> figures.stream().flatMap(figure -> row(group.getKey(), figure, group.getValue())))
                .toList();
    }

    private static Stream<RollUpRow> row(Group group, AskedFigure figure, Map<String, Sum> sums) {
        return figure
                .sums()
                .findFirst()
                .map(sums::get)
                .map(coverage -> new RollUpRow(
                        group.year(),
                        group.district(),
                        group.category(),
                        group.agency(),
                        group.applicantType(),
                        figure.code(),
                        value(figure, sums, coverage),
                        coverage.reports(),
                        coverage.expected()))
                .stream();
    }

    private static BigDecimal value(AskedFigure figure, Map<String, Sum> sums, Sum coverage) {
        return figure.rate().isPresent() ? rate(figure.rate().get(), sums, coverage) : coverage.value();
    }

    private static BigDecimal rate(Rate rate, Map<String, Sum> sums, Sum coverage) {
        return rate.figures().isEmpty()
                ? ratio(BigDecimal.valueOf(coverage.onTime()), BigDecimal.valueOf(coverage.owing()))
                : ratio(total(rate.numerator(), sums), total(rate.denominator(), sums));
    }

    private static BigDecimal total(List<String> figures, Map<String, Sum> sums) {
        return figures.stream().map(sums::get).map(Sum::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? null
                : numerator
                        .divide(denominator, RATE_SCALE, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }
}
