package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.util.Map;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.ResolvedQuery;

/**
 * The result of the statement of a roll-up.
 *
 * @param snapshot the snapshot that the statement has read
 * @param groups the groups with their coverage
 * @param values the sums by group and number of the series; a sum of zero is absent
 */
record AggregateResult(
        StatementSnapshot snapshot, Map<GroupKey, GroupCoverage> groups, Map<GroupKey, Map<Short, BigDecimal>> values) {

    /**
     * The key of a group. A component is {@code null} when rows are not grouped by it.
     *
     * @param span the years that count, as a position in {@link ResolvedQuery#spans()}
     * @param year the report year
     * @param district code of the district
     * @param category code of the category
     * @param agency code of the agency
     */
    record GroupKey(int span, Integer year, String district, String category, String agency) {

        /** Returns the key of the only group of a span when rows are not grouped by reports. */
        static GroupKey ofSpan(int span) {
            return new GroupKey(span, null, null, null, null);
        }
    }

    /**
     * The names of a group, and its reports.
     *
     * @param district the district; {@code null} when rows are not grouped by it, like the others
     * @param category the category
     * @param agency the agency
     * @param reports the number of reports counted
     * @param expected the number of reports expected
     * @param onTime the number of reports that are owed, counted and were first submitted by the deadline
     * @param owing the number of reports that are owed: by the rosters of opened years
     * @param late the number of reports that are owed, counted and were first submitted after the deadline
     * @param nil the number of reports counted in which every figure is zero
     * @param nilStated the number of these whose agency stated that it had nothing to report
     */
    record GroupCoverage(
            Named district,
            Named category,
            Named agency,
            long reports,
            long expected,
            long onTime,
            long owing,
            long late,
            long nil,
            long nilStated) {

        /** The coverage of a query without keys that no report belongs to. */
        static final GroupCoverage EMPTY = new GroupCoverage(null, null, null, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Returns the sum of a series in a group. */
    BigDecimal value(GroupKey group, short series) {
        return values.getOrDefault(group, Map.of()).getOrDefault(series, BigDecimal.ZERO);
    }
}
