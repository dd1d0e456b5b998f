package org.gongkai.filing.scoreboard;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.reach.ReportLimits;
import org.gongkai.text.BeijingTime;

/**
 * A query of the scoreboard.
 *
 * @param groupBy the keys by which the numbers are grouped
 * @param years the report years; empty for all
 * @param districts codes of the districts; empty for all
 * @param categories codes of the categories; empty for all
 * @param agencies codes of the agencies; empty for all
 * @param kind kind of the agencies; {@code null} for all
 * @param limits the limits of the caller
 * @param now the current time
 */
record ScoreboardQuery(
        Set<ScoreboardKey> groupBy,
        List<Integer> years,
        Set<String> districts,
        Set<String> categories,
        Set<String> agencies,
        AgencyKind kind,
        ReportLimits limits,
        Instant now) {

    /** Returns the values of the parameters of the statements. */
    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (ScoreboardKey key : ScoreboardKey.values()) {
            values.put(key.code(), groupBy.contains(key));
        }
        values.put("years", numbers(years));
        values.put("districts", texts(districts));
        values.put("categories", texts(categories));
        values.put("agencies", texts(agencies));
        values.put("kind", kind == null ? "" : kind.name());
        values.put("allAgencies", limits.agencies().isEmpty());
        values.put("ownAgencies", texts(limits.agencies().orElse(Set.of())));
        values.put("allYears", limits.years().isEmpty());
        values.put("ownYears", numbers(limits.years().orElse(Set.of())));
        values.put("now", now);
        values.put("lastYear", BeijingTime.lastYearOver(now));
        return values;
    }

    private static Short[] numbers(Collection<Integer> years) {
        return years.stream().map(Integer::shortValue).toArray(Short[]::new);
    }

    private static String[] texts(Collection<String> values) {
        return values.toArray(String[]::new);
    }
}
