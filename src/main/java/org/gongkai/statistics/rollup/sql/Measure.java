package org.gongkai.statistics.rollup.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Series;
import org.gongkai.statistics.rollup.Rate;
import org.gongkai.statistics.rollup.RequestedFigure;
import org.gongkai.statistics.rollup.ResolvedQuery;

/**
 * A figure, or a rate, for a type of applicant: each group has a row for each measure of its span.
 *
 * @param span the years whose forms have the figure, as a position in {@link ResolvedQuery#spans()}
 * @param figure the figure
 * @param figurePosition its position among the figures of the query
 * @param type the type of applicant
 * @param typePosition its position among the types of the query
 * @param numerator the series that are added up
 * @param denominator the series that are added up in the denominator of a rate
 */
record Measure(
        int span,
        RequestedFigure figure,
        int figurePosition,
        String type,
        int typePosition,
        List<Series> numerator,
        List<Series> denominator) {

    /** The number of sums: a numerator and a denominator. */
    static final int SIDES = 2;

    /** The kind of a rate that counts reports instead of adding up figures in them. */
    static final int RATE_OF_REPORTS = 2;

    private static final int FIGURE = 0;
    private static final int RATE_OF_FIGURES = 1;

    /** Returns the measures of a query. */
    static List<Measure> of(ResolvedQuery resolved) {
        List<Measure> measures = new ArrayList<>();
        List<String> types = resolved.rowTypes();
        for (int span = 0; span < resolved.spans().size(); span++) {
            for (RequestedFigure figure : resolved.figures(span)) {
                for (int type = 0; type < types.size(); type++) {
                    measures.add(of(resolved, span, figure, types.get(type), type));
                }
            }
        }
        return measures;
    }

    private static Measure of(ResolvedQuery resolved, int span, RequestedFigure figure, String type, int typePosition) {
        Optional<Rate> rate = figure.rate();
        Stream<Figure> above = rate.map(of -> figure.among(of.numerator())).orElseGet(() -> figure.figures().stream());
        Stream<Figure> below = rate.map(of -> figure.among(of.denominator())).orElseGet(Stream::empty);
        return new Measure(
                span,
                figure,
                resolved.figures().indexOf(figure),
                type,
                typePosition,
                series(resolved, above, type),
                series(resolved, below, type));
    }

    private static List<Series> series(ResolvedQuery resolved, Stream<Figure> figures, String type) {
        return figures.flatMap(
                        figure -> resolved.countedTypes(type).stream().map(counted -> Series.of(figure, counted)))
                .toList();
    }

    /** Returns the series in the numerator, 0, or in the denominator, 1. */
    List<Series> series(int side) {
        return side == 0 ? numerator : denominator;
    }

    /** Returns the kind, as {@code rows.sql} names it. */
    int kind() {
        return figure.rate()
                .map(rate -> rate.ofReports() ? RATE_OF_REPORTS : RATE_OF_FIGURES)
                .orElse(FIGURE);
    }

    boolean isRate() {
        return kind() != FIGURE;
    }
}
