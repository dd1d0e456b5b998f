package org.gongkai.statistics.rollup;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Series;
import org.gongkai.form.statutory.Forms;
import org.gongkai.registry.DistrictLevel;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.Scope;

/**
 * A roll-up that can be answered.
 *
 * @param asked codes of the figures, as they were named
 * @param figures the figures that rows are wanted for, in order
 * @param groupBy the keys of a row, in the order asked for
 * @param level the level districts are taken at; empty for the agencies' own districts
 * @param years report years counted
 * @param oneYear whether just one year was named
 * @param districts codes of districts counted, as they were named; empty for all
 * @param scope what the data say about what is asked for
 * @param categories codes of categories counted; empty for all
 * @param agencies codes of agencies counted; empty for all
 * @param applicantTypes types of applicant counted; empty for all
 * @param lineage what counts as what
 * @param basis which revisions count
 * @param asOf the instant as of which is asked; empty for now
 * @param order what rows are ordered by, before their keys
 * @param limit how many rows are wanted at most; empty for all
 */
public record RollUpQuery(
        List<String> asked,
        List<RequestedFigure> figures,
        Set<Dimension> groupBy,
        Optional<DistrictLevel> level,
        List<Integer> years,
        boolean oneYear,
        List<String> districts,
        Scope scope,
        List<String> categories,
        List<String> agencies,
        List<String> applicantTypes,
        Boundaries lineage,
        Basis basis,
        Optional<Instant> asOf,
        List<RowSort> order,
        Optional<Integer> limit) {

    /** The figures that are not on the form of some of the years, with these years. */
    public List<RollUp.Gap> gaps() {
        return figures.stream()
                .map(figure -> new RollUp.Gap(
                        figure.code(),
                        years.stream()
                                .filter(year -> !figure.years().contains(year))
                                .toList()))
                .filter(gap -> !gap.years().isEmpty())
                .toList();
    }

    public boolean by(Dimension dimension) {
        return groupBy.contains(dimension);
    }

    /** Whether it is grouped by anything that reports differ in. */
    public boolean tellsReportsApart() {
        return groupBy.stream().anyMatch(Dimension::ofReports);
    }

    public boolean current() {
        return lineage == Boundaries.CURRENT;
    }

    /** The years for which any of the figures is on the form. */
    public List<Integer> countedYears() {
        return spans().stream().flatMap(List::stream).distinct().toList();
    }

    /** Figures that are on the form of the same years share a span; most questions have one. */
    public List<List<Integer>> spans() {
        return figures.stream().map(RequestedFigure::years).distinct().toList();
    }

    /** The types of applicant that get rows of their own; one that stands for all where it is not grouped by them. */
    public List<String> rowTypes() {
        return by(Dimension.APPLICANT_TYPE) ? countedTypes() : List.of(Series.ALL_APPLICANTS);
    }

    /** The types of applicant that are added up in the row of a type. */
    public List<String> countedTypes(String rowType) {
        if (by(Dimension.APPLICANT_TYPE) || applicantTypes.isEmpty()) {
            return List.of(rowType);
        }
        return countedTypes();
    }

    private List<String> countedTypes() {
        return Forms.applicantTypes().stream()
                .filter(type -> applicantTypes.isEmpty() || applicantTypes.contains(type))
                .toList();
    }

    /** The figures that are on the form of just the years of a span. */
    public List<RequestedFigure> figures(int span) {
        List<Integer> years = spans().get(span);
        return figures.stream().filter(figure -> figure.years().equals(years)).toList();
    }

    /** All series that are added up. */
    public Set<Series> series() {
        return series(figures);
    }

    /** Those that are added up for the figures of a span. */
    public Set<Series> series(int span) {
        return series(figures(span));
    }

    private Set<Series> series(List<RequestedFigure> asked) {
        return asked.stream().flatMap(this::series).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Series> series(RequestedFigure asked) {
        return asked.figures().stream().flatMap(figure -> rowTypes().stream()
                .flatMap(type -> countedTypes(type).stream())
                .map(type -> Series.of(figure, type)));
    }
}
