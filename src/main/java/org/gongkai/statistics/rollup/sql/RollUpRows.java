package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Series;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Rate;
import org.gongkai.statistics.rollup.RequestedFigure;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUpRow;

/**
 * Makes the rows of a roll-up from the sums of the database: for each group, a row for each type of applicant and
 * figure.
 */
final class RollUpRows {

    private final ResolvedQuery resolved;
    private final AggregateResult result;
    private final SeriesRegister register;
    private final List<List<RequestedFigure>> figuresOfSpans;

    RollUpRows(ResolvedQuery resolved, AggregateResult result, SeriesRegister register) {
        this.resolved = resolved;
        this.result = result;
        this.register = register;
        this.figuresOfSpans = IntStream.range(0, resolved.spans().size())
                .mapToObj(resolved::figures)
                .toList();
    }

    /** Returns the number of rows, without making them. */
    long count() {
        long ofTypes = groups().keySet().stream()
                .mapToLong(keys -> figuresOfSpans.get(keys.span()).size())
                .sum();
        return ofTypes * resolved.rowTypes().size();
    }

    Stream<RollUpRow> all() {
        return groups().entrySet().stream().flatMap(this::rows);
    }

    /** Returns the groups. A query without keys has a group even when no report is expected. */
    private Map<AggregateResult.GroupKey, AggregateResult.GroupCoverage> groups() {
        return resolved.query().groupsReports()
                ? result.groups()
                : IntStream.range(0, figuresOfSpans.size())
                        .mapToObj(AggregateResult.GroupKey::ofSpan)
                        .collect(Collectors.toMap(keys -> keys, keys -> result.groups()
                                .getOrDefault(keys, AggregateResult.GroupCoverage.EMPTY)));
    }

    private Stream<RollUpRow> rows(Map.Entry<AggregateResult.GroupKey, AggregateResult.GroupCoverage> group) {
        List<RequestedFigure> figures = figuresOfSpans.get(group.getKey().span());
        return resolved.rowTypes().stream()
                .flatMap(type -> figures.stream().map(figure -> row(group.getKey(), group.getValue(), type, figure)));
    }

    private RollUpRow row(
            AggregateResult.GroupKey keys, AggregateResult.GroupCoverage group, String type, RequestedFigure figure) {
        return new RollUpRow(
                keys.year(),
                group.district(),
                group.category(),
                group.agency(),
                resolved.query().by(Dimension.APPLICANT_TYPE) ? type : null,
                figure.code(),
                value(keys, group, type, figure),
                group.reports(),
                group.expected());
    }

    /** Returns the value; {@code null} if nobody has reported. The rate of reports on time is 0 then: it counts reports. */
    private BigDecimal value(
            AggregateResult.GroupKey keys, AggregateResult.GroupCoverage group, String type, RequestedFigure figure) {
        Optional<Rate> rate = figure.rate();
        if (rate.filter(Rate::ofReports).isPresent()) {
            return ratio(BigDecimal.valueOf(group.onTime()), BigDecimal.valueOf(group.owing()));
        }
        if (group.reports() == 0) {
            return null;
        }
        return rate.isEmpty()
                ? plain(total(figure.figures().stream(), keys, type))
                : ratio(
                        total(figure.among(rate.get().numerator()), keys, type),
                        total(figure.among(rate.get().denominator()), keys, type));
    }

    private BigDecimal total(Stream<Figure> figures, AggregateResult.GroupKey keys, String type) {
        return figures.flatMap(
                        figure -> resolved.countedTypes(type).stream().map(counted -> Series.of(figure, counted)))
                .map(series -> result.value(keys, register.numberOf(series)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? null
                : numerator
                        .divide(denominator, Rate.SCALE, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Removes trailing zeros, and the exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
