package org.gongkai.statistics.rollup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Series;
import org.gongkai.form.statutory.Forms;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/**
 * A query with everything that depends on the data: it can be answered.
 *
 * @param query the query
 * @param years the report years that count
 * @param scope facts about the data
 * @param named codes of the figures in the query, or of all leaves when it names none
 * @param figures the figures that have rows, in order
 */
public record ResolvedQuery(
        RollUpQuery query, List<Integer> years, Scope scope, List<String> named, List<RequestedFigure> figures) {

    /**
     * Resolves the figures of a query.
     *
     * @param years the report years that count
     * @param faults the faults of the query that are known already
     * @throws ProblemException when there are faults, or when the figures cannot be added up
     */
    public static ResolvedQuery of(RollUpQuery query, List<Integer> years, Scope scope, List<ParameterFault> faults) {
        RequestedFigures figures = new RequestedFigures(query, years);
        List<String> named = figures.named();
        List<RequestedFigure> rows = figures.rows(named);
        List<ParameterFault> all = new ArrayList<>(faults);
        all.addAll(figures.faults());
        if (!all.isEmpty()) {
            throw ProblemException.ofParameters(all);
        }
        ResolvedQuery resolved = new ResolvedQuery(query, years, scope, named, rows);
        AdditivityCheck.check(resolved);
        return resolved;
    }

    /** Returns the figures that are not on the form of some of the years, with these years. */
    public List<RollUp.SeriesBreak> breaks() {
        return figures.stream()
                .map(figure -> RollUp.SeriesBreak.ofFigure(
                        figure.code(),
                        years.stream()
                                .filter(year -> !figure.years().contains(year))
                                .toList()))
                .filter(seriesBreak -> !seriesBreak.years().isEmpty())
                .toList();
    }

    /** Returns the years for which any of the figures is on the form. */
    public List<Integer> countedYears() {
        return spans().stream().flatMap(List::stream).distinct().toList();
    }

    /** Returns the spans of years: figures on the form of the same years share a span. Most queries have one. */
    public List<List<Integer>> spans() {
        return figures.stream().map(RequestedFigure::years).distinct().toList();
    }

    /**
     * Returns the types of applicant with rows of their own; one that stands for all when rows are not grouped by them.
     */
    public List<String> rowTypes() {
        return query.by(Dimension.APPLICANT_TYPE) ? countedTypes() : List.of(Series.ALL_APPLICANTS);
    }

    /** Returns the types of applicant that are added up in the row of a type. */
    public List<String> countedTypes(String rowType) {
        return query.by(Dimension.APPLICANT_TYPE) || query.applicantTypes().isEmpty()
                ? List.of(rowType)
                : countedTypes();
    }

    private List<String> countedTypes() {
        return Forms.applicantTypes().stream()
                .filter(type -> query.applicantTypes().isEmpty()
                        || query.applicantTypes().contains(type))
                .toList();
    }

    /** Returns the figures that are on the form of exactly the years of a span. */
    public List<RequestedFigure> figures(int span) {
        List<Integer> ofSpan = spans().get(span);
        return figures.stream().filter(figure -> figure.years().equals(ofSpan)).toList();
    }

    /** Returns all series that are added up. */
    public Set<Series> series() {
        return series(figures);
    }

    /** Returns the series that are added up for the figures of a span. */
    public Set<Series> series(int span) {
        return series(figures(span));
    }

    private Set<Series> series(List<RequestedFigure> requested) {
        return requested.stream().flatMap(this::series).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Series> series(RequestedFigure requested) {
        return requested.figures().stream().flatMap(figure -> rowTypes().stream()
                .flatMap(type -> countedTypes(type).stream())
                .map(type -> Series.of(figure, type)));
    }
}
