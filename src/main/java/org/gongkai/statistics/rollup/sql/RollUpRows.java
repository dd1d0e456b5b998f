package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Series;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Rate;
import org.gongkai.statistics.rollup.RequestedFigure;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpRow;

/** Makes the rows of a roll-up from what the database has added up: of each group, one for each type of applicant and figure. */
public final class RollUpRows {

    /** Digits of a rate after the point. */
    public static final int RATE_SCALE = 6;

    private final RollUpQuery rollUpQuery;
    private final AggregateResult aggregateResult;
    private final SeriesRegister register;
    private final List<List<RequestedFigure>> figuresOfSpans;

    RollUpRows(RollUpQuery rollUpQuery, AggregateResult aggregateResult, SeriesRegister register) {
        this.rollUpQuery = rollUpQuery;
        this.aggregateResult = aggregateResult;
        this.register = register;
        this.figuresOfSpans = IntStream.range(0, rollUpQuery.spans().size())
                .mapToObj(rollUpQuery::figures)
                .toList();
    }

    /** How many there are; they need not be made to be counted. */
    long count() {
        long ofTypes = groups().keySet().stream()
                .mapToLong(keys -> figuresOfSpans.get(keys.span()).size())
                .sum();
        return ofTypes * rollUpQuery.rowTypes().size();
    }

    Stream<RollUpRow> all() {
        return groups().entrySet().stream().flatMap(this::rows);
    }

    /** A question without keys has an answer even when nobody owes anything. */
    private Map<AggregateResult.Keys, AggregateResult.Group> groups() {
        return rollUpQuery.tellsReportsApart()
                ? aggregateResult.groups()
                : IntStream.range(0, figuresOfSpans.size())
                        .mapToObj(AggregateResult.Keys::ofAll)
                        .collect(Collectors.toMap(
                                keys -> keys,
                                keys -> aggregateResult.groups().getOrDefault(keys, AggregateResult.Group.EMPTY)));
    }

    private Stream<RollUpRow> rows(Map.Entry<AggregateResult.Keys, AggregateResult.Group> group) {
        List<RequestedFigure> figures = figuresOfSpans.get(group.getKey().span());
        return rollUpQuery.rowTypes().stream()
                .flatMap(type -> figures.stream().map(figure -> row(group.getKey(), group.getValue(), type, figure)));
    }

    private RollUpRow row(AggregateResult.Keys keys, AggregateResult.Group group, String type, RequestedFigure figure) {
        return new RollUpRow(
                keys.year(),
                group.district(),
                group.category(),
                group.agency(),
                rollUpQuery.by(Dimension.APPLICANT_TYPE) ? type : null,
                figure.code(),
                value(keys, group, type, figure),
                group.reports(),
                group.expected());
    }

    private BigDecimal value(
            AggregateResult.Keys keys, AggregateResult.Group group, String type, RequestedFigure figure) {
        if (figure.rate().isEmpty()) {
            return plain(total(figure.figures().stream(), keys, type));
        }
        Rate rate = figure.rate().get();
        return rate.figures().isEmpty()
                ? ratio(BigDecimal.valueOf(group.onTime()), BigDecimal.valueOf(group.owing()))
                : ratio(
                        total(figure.among(rate.numerator()), keys, type),
                        total(figure.among(rate.denominator()), keys, type));
    }

    private BigDecimal total(Stream<Figure> figures, AggregateResult.Keys keys, String type) {
        return figures.flatMap(
                        figure -> rollUpQuery.countedTypes(type).stream().map(counted -> Series.of(figure, counted)))
                .map(series -> aggregateResult.value(keys, register.numberOf(series)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        return denominator.signum() == 0
                ? null
                : numerator
                        .divide(denominator, RATE_SCALE, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    /** Without trailing zeros, and without an exponent. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
