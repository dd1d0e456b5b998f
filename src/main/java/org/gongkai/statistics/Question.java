package org.gongkai.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.registry.DistrictLevel;

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
 * @param within codes of these districts and of all that lies in them
 * @param categories codes of categories counted; empty for all
 * @param agencies codes of agencies counted; empty for all
 * @param applicantTypes types of applicant counted; empty for all
 * @param lineage what counts as what
 * @param basis which revisions count
 * @param asOf the instant as of which is asked; empty for now
 * @param order what rows are ordered by, before their keys
 * @param limit how many rows are wanted at most; empty for all
 */
record Question(
        List<String> asked,
        List<AskedFigure> figures,
        Set<Dimension> groupBy,
        Optional<DistrictLevel> level,
        List<Integer> years,
        boolean oneYear,
        List<String> districts,
        List<String> within,
        List<String> categories,
        List<String> agencies,
        List<String> applicantTypes,
        Lineage lineage,
        Basis basis,
        Optional<Instant> asOf,
        List<RowSort> order,
        Optional<Integer> limit) {

    /** The figures that are not on the form of some of the years, with these years. */
    List<RollUp.Gap> gaps() {
        return figures.stream()
                .map(figure -> new RollUp.Gap(
                        figure.code(),
                        years.stream()
                                .filter(year -> !figure.years().contains(year))
                                .toList()))
                .filter(gap -> !gap.years().isEmpty())
                .toList();
    }

    /** How many sums so many rows can be made of: a rate is made of several. */
    int sumsOf(int rows) {
        long sums = figures.stream().flatMap(AskedFigure::sums).distinct().count();
        return Math.toIntExact(Math.max(1, (sums + figures.size() - 1) / Math.max(1, figures.size())) * rows);
    }

    boolean by(Dimension dimension) {
        return groupBy.contains(dimension);
    }

    boolean current() {
        return lineage == Lineage.CURRENT;
    }

    /** The years for which any of the figures is on the form. */
    List<Integer> countedYears() {
        return spans().stream().flatMap(List::stream).distinct().toList();
    }

    /** Figures that are on the form of the same years share a span; most questions have one. */
    List<List<Integer>> spans() {
        return figures.stream().map(AskedFigure::years).distinct().toList();
    }
}
