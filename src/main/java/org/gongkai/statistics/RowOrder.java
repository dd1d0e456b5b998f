package org.gongkai.statistics;

import java.util.Comparator;
import java.util.Set;

/** Orders rows by their keys, in the order in which these were asked for; the database has put figures in print order. */
final class RowOrder {

    private RowOrder() {}

    static Comparator<RollUpRow> of(Set<Dimension> groupBy) {
        return groupBy.stream().map(RowOrder::of).reduce((one, other) -> 0, Comparator::thenComparing);
    }

    private static Comparator<RollUpRow> of(Dimension key) {
        return switch (key) {
            case YEAR -> Comparator.comparing(RollUpRow::year);
            case DISTRICT -> Comparator.comparing(row -> row.district().code());
            case CATEGORY -> Comparator.comparing(row -> row.category().code());
            case AGENCY -> Comparator.comparing(row -> row.agency().code());
            case APPLICANT_TYPE, FIGURE -> (one, other) -> 0;
        };
    }
}
