package org.gongkai.statistics.movement;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.form.Series;

/**
 * The totals of some districts, and of some categories in them.
 *
 * @param reports the number of reports that count, by group
 * @param sums the sums by group and series; a sum of zero is absent
 */
record Totals(Map<Group, Long> reports, Map<Group, Map<Series, BigDecimal>> sums) {

    /**
     * The reports that are added up.
     *
     * @param district code of the district
     * @param category code of the category; empty for all categories
     */
    record Group(String district, Optional<String> category) {

        static Group of(String district) {
            return new Group(district, Optional.empty());
        }
    }

    Totals() {
        this(new HashMap<>(), new HashMap<>());
    }

    /** Adds a number of reports, or a sum if there is a series, to a group. */
    void add(Group group, Optional<Series> series, BigDecimal value) {
        series.ifPresentOrElse(
                of -> sums.computeIfAbsent(group, key -> new HashMap<>()).merge(of, value, BigDecimal::add),
                () -> reports.merge(group, value.longValueExact(), Long::sum));
    }

    long reports(Group group) {
        return reports.getOrDefault(group, 0L);
    }

    BigDecimal sum(Group group, Series series) {
        return sums.getOrDefault(group, Map.of()).getOrDefault(series, BigDecimal.ZERO);
    }
}
