package org.gongkai.statistics.movement;

import java.util.List;

/**
 * The totals that move, in the language of the response.
 *
 * @param reports the districts whose number of reports changes, the lowest district first
 * @param totals the totals of districts, by district and then in the order of the form
 * @param categoryTotals the totals of the agency's category in each district, in the same order
 * @param cells the cells of the consolidated reports of these districts, in the same order
 */
public record MovedTotals(
        List<MovedReports> reports, List<MovedTotal> totals, List<MovedTotal> categoryTotals, List<MovedCell> cells) {

    /** No totals. */
    public static final MovedTotals NONE = new MovedTotals(List.of(), List.of(), List.of(), List.of());
}
