package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.gongkai.registry.Named;
import org.gongkai.statistics.rollup.RollUpQuery;

/**
 * What the database answers to a question.
 *
 * @param dataVersion the state of the data
 * @param at when the data came into that state
 * @param groups what was counted, with what it was counted from
 * @param values by group and number of the series; none where it is zero
 */
record AggregateResult(
        long dataVersion, Instant at, Map<Keys, Group> groups, Map<Keys, Map<Short, BigDecimal>> values) {

    /**
     * What tells groups apart; {@code null} where it is not grouped by it.
     *
     * @param span which years are counted, as a position in {@link RollUpQuery#spans()}
     * @param year the report year
     * @param district code of the district
     * @param category code of the category
     * @param agency code of the agency
     */
    record Keys(int span, Integer year, String district, String category, String agency) {

        /** Those of all that is counted in a span. */
        static Keys ofAll(int span) {
            return new Keys(span, null, null, null, null);
        }
    }

    /**
     * A group.
     *
     * @param district the district; {@code null} where it is not grouped by it, like the others
     * @param category the category
     * @param agency the agency
     * @param reports reports counted
     * @param expected reports expected
     * @param onTime reports counted that came in by the deadline, where that is asked
     * @param owing reports that the rosters of opened years ask for, where that is asked
     */
    record Group(Named district, Named category, Named agency, long reports, long expected, long onTime, long owing) {

        /** That of a question without keys, to which nothing belongs. */
        static final Group EMPTY = new Group(null, null, null, 0, 0, 0, 0);
    }

    /** What a series comes to in a group. */
    BigDecimal value(Keys group, short series) {
        return values.getOrDefault(group, Map.of()).getOrDefault(series, BigDecimal.ZERO);
    }
}
