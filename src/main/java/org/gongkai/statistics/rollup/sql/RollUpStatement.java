package org.gongkai.statistics.rollup.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.registry.SeriesRegister;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.statistics.data.StatementSnapshot;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.ResolvedQuery;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpQuery;

/** Runs the statement of a roll-up. It is one statement, so its result belongs to one snapshot. */
final class RollUpStatement {

    static final String FOLDER = "/org/gongkai/statistics/rollup/sql/";

    /** Adds up what is in force, as reported. */
    static final SqlScript IN_FORCE = script("location.sql", "in-force.sql", "answer.sql");

    /** Adds up what was in force at an instant, or also what waits, or the reports of governments, as reported. */
    static final SqlScript AS_REPORTED = script("location.sql", "as-reported.sql", "sums.sql", "answer.sql");

    static final SqlScript CURRENT_BOUNDARIES = script("current-boundaries.sql", "sums.sql", "answer.sql");

    static final SqlScript SPLITS = script("current-boundaries.sql", "splits.sql");

    /**
     * A row of the result: of a group, or of the sum of a series in it. The result of a roll-up without any group is one row
     * with neither.
     */
    private record Line(
            StatementSnapshot snapshot,
            AggregateResult.GroupKey key,
            Optional<AggregateResult.GroupCoverage> coverage,
            short series,
            BigDecimal value) {}

    private RollUpStatement() {}

    /**
     * Adds up the series of a query.
     *
     * @param maxRows the maximum number of rows of its answer
     */
    static AggregateResult run(Connection connection, ResolvedQuery resolved, SeriesRegister register, int maxRows)
            throws SQLException {
        return run(connection, resolved, resolved.countedYears(), register, maxRows);
    }

    /**
     * Adds up the series of a query for some of its years.
     *
     * @param years the years
     * @param maxRows the maximum number of rows of its answer
     */
    static AggregateResult run(
            Connection connection, ResolvedQuery resolved, List<Integer> years, SeriesRegister register, int maxRows)
            throws SQLException {
        List<Line> lines = script(resolved.query())
                .with(RollUpParts.tables(resolved, years), RollUpParts.of(resolved, years))
                .list(
                        connection,
                        RollUpValues.of(resolved, years, register, maxRows),
                        row -> line(row, resolved.query()));
        Map<AggregateResult.GroupKey, AggregateResult.GroupCoverage> groups = new HashMap<>();
        Map<AggregateResult.GroupKey, Map<Short, BigDecimal>> values = new HashMap<>();
        for (Line line : lines) {
            line.coverage.ifPresent(coverage -> groups.put(line.key, coverage));
            if (line.value != null) {
                values.computeIfAbsent(line.key, key -> new HashMap<>()).put(line.series, line.value);
            }
        }
        return new AggregateResult(lines.get(0).snapshot, groups, values);
    }

    private static SqlScript script(RollUpQuery query) {
        if (query.onCurrentBoundaries()) {
            return CURRENT_BOUNDARIES;
        }
        return readsWhatIsInForce(query) ? IN_FORCE : AS_REPORTED;
    }

    /** Returns whether a query can be answered from the numbers that are kept of what is in force, for departments only. */
    static boolean readsWhatIsInForce(RollUpQuery query) {
        return !query.onCurrentBoundaries()
                && query.asOf().isEmpty()
                && query.basis() == Basis.ACCEPTED
                && query.kind() == AgencyKind.DEPARTMENT;
    }

    /** Returns the statement that these files, after the first part of all statements, make up. */
    static SqlScript script(String... parts) {
        return SqlScript.of(
                Stream.concat(Stream.of(SourceTables.FILE), Arrays.stream(parts).map(part -> FOLDER + part))
                        .toArray(String[]::new));
    }

    /** Returns the agencies in a query on current boundaries whose series break, because they were split. */
    static List<RollUp.SeriesBreak> splits(Connection connection, ResolvedQuery resolved, SeriesRegister register)
            throws SQLException {
        return resolved.query().onCurrentBoundaries() && resolved.scope().hasSplits()
                ? SPLITS.with(RollUpParts.tables(resolved), RollUpParts.of(resolved))
                        .list(connection, RollUpValues.of(resolved, register, 0), RollUpStatement::split)
                : List.of();
    }

    private static RollUp.SeriesBreak split(ResultSet row) throws SQLException {
        Short[] years = (Short[]) row.getArray("years").getArray();
        return new RollUp.SeriesBreak(
                null,
                new Named(row.getString("code"), row.getString("name")),
                List.of((String[]) row.getArray("split_into").getArray()),
                Arrays.stream(years).map(Short::intValue).toList());
    }

    private static Line line(ResultSet row, RollUpQuery query) throws SQLException {
        return new Line(
                StatementSnapshot.of(row),
                key(row, query),
                row.getObject("expected") == null ? Optional.empty() : Optional.of(coverage(row, query)),
                row.getShort("series"),
                row.getBigDecimal("value"));
    }

    private static AggregateResult.GroupKey key(ResultSet row, RollUpQuery query) throws SQLException {
        return new AggregateResult.GroupKey(
                row.getInt("span"),
                query.by(Dimension.YEAR) ? (Integer) row.getInt("key_year") : null,
                query.by(Dimension.DISTRICT) ? row.getString("key_district") : null,
                query.by(Dimension.CATEGORY) ? row.getString("key_category") : null,
                query.by(Dimension.AGENCY) ? row.getString("key_agency") : null);
    }

    private static AggregateResult.GroupCoverage coverage(ResultSet row, RollUpQuery query) throws SQLException {
        return new AggregateResult.GroupCoverage(
                named(row, Dimension.DISTRICT, query),
                named(row, Dimension.CATEGORY, query),
                named(row, Dimension.AGENCY, query),
                row.getLong("reports"),
                row.getLong("expected"),
                row.getLong("on_time"),
                row.getLong("owing"),
                row.getLong("late"),
                row.getLong("nil"),
                row.getLong("nil_stated"));
    }

    static Named named(ResultSet row, Dimension dimension, RollUpQuery query) throws SQLException {
        return query.by(dimension)
                ? new Named(row.getString("key_" + dimension.code()), row.getString(dimension.code() + "_name"))
                : null;
    }
}
