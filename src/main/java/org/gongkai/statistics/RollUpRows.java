package org.gongkai.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.report.Figure;
import org.gongkai.report.Series;

/** Makes the rows of a roll-up from what the database has added up: of each group, one for each type of applicant and figure. */
final class RollUpRows {

    /** Digits of a rate after the point. */
    static final int RATE_SCALE = 6;

    private final Question question;
    private final Sums sums;
    private final SeriesRegister register;
    private final List<List<AskedFigure>> figuresOfSpans;

    RollUpRows(Question question, Sums sums, SeriesRegister register) {
        this.question = question;
        this.sums = sums;
        this.register = register;
        this.figuresOfSpans = IntStream.range(0, question.spans().size())
                .mapToObj(question::figures)
                .toList();
    }

    /** How many there are; they need not be made to be counted. */
    long count() {
        long ofTypes = groups().keySet().stream()
                .mapToLong(keys -> figuresOfSpans.get(keys.span()).size())
                .sum();
        return ofTypes * question.rowTypes().size();
    }

    Stream<RollUpRow> all() {
        return groups().entrySet().stream().flatMap(this::rows);
    }

    /** A question without keys has an answer even when nobody owes anything. */
    private Map<Sums.Keys, Sums.Group> groups() {
        return question.tellsReportsApart()
                ? sums.groups()
                : IntStream.range(0, figuresOfSpans.size())
                        .mapToObj(Sums.Keys::ofAll)
                        .collect(Collectors.toMap(
                                keys -> keys, keys -> sums.groups().getOrDefault(keys, Sums.Group.EMPTY)));
    }

    private Stream<RollUpRow> rows(Map.Entry<Sums.Keys, Sums.Group> group) {
        List<AskedFigure> figures = figuresOfSpans.get(group.getKey().span());
        return question.rowTypes().stream()
                .flatMap(type -> figures.stream().map(figure -> row(group.getKey(), group.getValue(), type, figure)));
    }

    private RollUpRow row(Sums.Keys keys, Sums.Group group, String type, AskedFigure figure) {
        return new RollUpRow(
                keys.year(),
                group.district(),
                group.category(),
                group.agency(),
                question.by(Dimension.APPLICANT_TYPE) ? type : null,
                figure.code(),
                value(keys, group, type, figure),
                group.reports(),
                group.expected());
    }

    private BigDecimal value(Sums.Keys keys, Sums.Group group, String type, AskedFigure figure) {
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

    private BigDecimal total(Stream<Figure> figures, Sums.Keys keys, String type) {
        return figures.flatMap(
                        figure -> question.countedTypes(type).stream().map(counted -> Series.of(figure, counted)))
                .map(series -> sums.value(keys, register.numberOf(series)))
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
