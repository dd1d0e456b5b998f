package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Series;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Rate;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowStatistics;

/** Makes the rows of a roll-up from the sums of the database: for each group, a row for each measure. */
final class RollUpRows {

    private final ResolvedQuery resolved;
    private final AggregateResult result;
    private final SeriesRegister register;
    private final Map<Integer, List<Measure>> measures;

    RollUpRows(ResolvedQuery resolved, AggregateResult result, SeriesRegister register) {
        this.resolved = resolved;
        this.result = result;
        this.register = register;
        this.measures = Measure.of(resolved).stream().collect(Collectors.groupingBy(Measure::span));
    }

    /** Returns the number of rows, without making them. */
    long count() {
        return groups().keySet().stream()
                .mapToLong(keys -> measures.get(keys.span()).size())
                .sum();
    }

    Stream<RollUpRow> all() {
        return groups().entrySet().stream()
                .flatMap(group -> measures.get(group.getKey().span()).stream()
                        .map(measure -> row(group.getKey(), group.getValue(), measure)));
    }

    /** Returns the groups. A query without keys has a group even when no report is expected. */
    private Map<AggregateResult.GroupKey, AggregateResult.GroupCoverage> groups() {
        return resolved.query().groupsReports()
                ? result.groups()
                : IntStream.range(0, resolved.spans().size())
                        .mapToObj(AggregateResult.GroupKey::ofSpan)
                        .collect(Collectors.toMap(keys -> keys, keys -> result.groups()
                                .getOrDefault(keys, AggregateResult.GroupCoverage.EMPTY)));
    }

    private RollUpRow row(AggregateResult.GroupKey keys, AggregateResult.GroupCoverage group, Measure measure) {
        boolean ofReports = measure.kind() == Measure.RATE_OF_REPORTS;
        BigDecimal numerator = ofReports ? BigDecimal.valueOf(group.onTime()) : total(measure.numerator(), keys);
        BigDecimal denominator = ofReports ? BigDecimal.valueOf(group.owing()) : total(measure.denominator(), keys);
        boolean isShown = isCovered(group);
        boolean hasValue = isShown && (ofReports || group.reports() > 0);
        return new RollUpRow(
                keys.year(),
                group.district(),
                group.category(),
                group.agency(),
                resolved.query().by(Dimension.APPLICANT_TYPE) ? measure.type() : null,
                measure.figure().code(),
                hasValue ? value(measure, numerator, denominator) : null,
                isShown && measure.isRate() ? plain(numerator) : null,
                isShown && measure.isRate() ? plain(denominator) : null,
                group.reports(),
                group.expected(),
                group.late(),
                group.nil(),
                group.nilStated(),
                RowStatistics.NONE);
    }

    private boolean isCovered(AggregateResult.GroupCoverage group) {
        return resolved.query()
                .minCoverage()
                .filter(share -> BigDecimal.valueOf(group.reports())
                                .compareTo(share.multiply(BigDecimal.valueOf(group.expected())))
                        < 0)
                .isEmpty();
    }

    private BigDecimal total(List<Series> series, AggregateResult.GroupKey keys) {
        return series.stream()
                .map(each -> result.value(keys, register.numberOf(each)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(Measure measure, BigDecimal numerator, BigDecimal denominator) {
        if (!measure.isRate()) {
            return plain(numerator);
        }
        return denominator.signum() == 0
                ? null
                : plain(numerator.divide(denominator, Rate.SCALE, RoundingMode.HALF_UP));
    }

    /** Removes trailing zeros, and the exponent. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
