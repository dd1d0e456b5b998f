package org.gongkai.statistics.data;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;

/**
 * Reads the log of changes: the table {@code data_change}. Each transaction that changes the data adds some rows to it,
 * and raises the total version by one.
 */
public final class ChangeLog {

    private static final String FOLDER = "/org/gongkai/statistics/data/";

    static final NamedSql ALL = SqlScript.of(FOLDER + "all-changes.sql").with();
    static final SqlScript LATER = SqlScript.of(FOLDER + "later-changes.sql");
    static final SqlScript AT = SqlScript.of(FOLDER + "version-at.sql");

    private static final NamedSql HAS_FOREIGN = NamedSql.of("""
            select exists (select 1 from data_change where not pg_visible_in_snapshot(transaction, pg_current_snapshot()))""");

    private static final NamedSql FORGET_FOREIGN = NamedSql.of("""
            update data_change set transaction = null
            where not pg_visible_in_snapshot(transaction, pg_current_snapshot())""");

    private ChangeLog() {}

    /**
     * The choices in {@code later-changes.sql}.
     *
     * @param isNamed whether changes after another snapshot are left out
     */
    public record Later(boolean isNamed) {}

    /**
     * The choices in {@code version-at.sql}.
     *
     * @param inYears whether years are limited
     * @param inDistricts whether districts are limited
     */
    public record Limits(boolean inYears, boolean inDistricts) {}

    /**
     * A row of the log, or several of one year and place.
     *
     * @param snapshot the current snapshot
     * @param snapshotText its text
     * @param transaction the transaction of the change
     * @param change the change; {@code null} if there is none
     */
    private record Line(long total, String snapshotText, long transaction, DataVersions.Change change) {

        static Line of(ResultSet row) throws SQLException {
            return new Line(
                    row.getLong("total"),
                    row.getString("snapshot"),
                    row.getLong("transaction"),
                    row.getObject("changes") == null ? null : change(row));
        }

        private static DataVersions.Change change(ResultSet row) throws SQLException {
            return new DataVersions.Change(
                    row.getObject("year") == null ? null : row.getInt("year"),
                    row.getBoolean("is_everywhere") ? Collections.singletonList(null) : codes(row.getArray("codes")),
                    row.getLong("changes"),
                    row.getObject("at", OffsetDateTime.class).toInstant());
        }

        private static List<String> codes(Array codes) throws SQLException {
            return codes == null ? List.of() : List.of((String[]) codes.getArray());
        }
    }

    /** Reads the whole log. */
    static DataVersions load(Connection connection) throws SQLException {
        forgetForeignTransactions(connection);
        List<Line> lines = ALL.list(connection, Map.of(), Line::of);
        return DataVersions.of(lines.get(0).total, lines.get(0).snapshotText, changes(lines));
    }

    /**
     * Removes the transactions of another cluster from rows that were restored from its dump. Their changes are visible,
     * but their numbers belong to transactions that are open or still to come, and would be counted a second time.
     */
    private static void forgetForeignTransactions(Connection connection) throws SQLException {
        if (HAS_FOREIGN.single(connection, Map.of(), row -> row.getBoolean(1))) {
            FORGET_FOREIGN.execute(connection, Map.of());
        }
    }

    /** Returns the current versions. Returns nothing if the log does not continue the known one. */
    static Optional<DataVersions> next(Connection connection, DataVersions known) throws SQLException {
        List<Line> lines = LATER.with(new Later(false)).list(connection, Map.of("known", known.snapshot()), Line::of);
        Line first = lines.get(0);
        return continued(known, first.total, first.snapshotText, lines);
    }

    /**
     * Returns the versions in the snapshot of a statement. A snapshot without a name must be the current one of the
     * connection. Returns nothing if the snapshot does not contain everything that is known.
     *
     * @param known the versions in an earlier snapshot
     */
    public static Optional<DataVersions> of(StatementSnapshot snapshot, DataVersions known, Connection connection)
            throws SQLException {
        boolean isNamed = snapshot.name().isPresent();
        if (isNamed && snapshot.total() == known.total()) {
            return Optional.of(known);
        }
        Map<String, Object> values = new HashMap<>(Map.of("known", known.snapshot()));
        snapshot.name().ifPresent(name -> values.put("until", name));
        List<Line> lines = LATER.with(new Later(isNamed)).list(connection, values, Line::of);
        return continued(known, snapshot.total(), snapshot.name().orElse(known.snapshot()), lines);
    }

    /** Each transaction raises the total by one. Another total means that a change is missing on one of both sides. */
    private static Optional<DataVersions> continued(
            DataVersions known, long total, String snapshotText, List<Line> later) {
        long transactions = later.stream()
                .filter(line -> line.change != null)
                .map(Line::transaction)
                .distinct()
                .count();
        return known.total() + transactions == total
                ? Optional.of(known.plus(total, snapshotText, changes(later)))
                : Optional.empty();
    }

    private static List<DataVersions.Change> changes(List<Line> lines) {
        return lines.stream().map(Line::change).filter(Objects::nonNull).toList();
    }

    /**
     * Returns the version of what a statement has read. Returns nothing if its snapshot does not contain everything that is
     * known.
     *
     * @param asOf the instant that was read; empty for now
     * @param known the versions in an earlier snapshot
     */
    public static Optional<DataVersion> version(
            Optional<Instant> asOf,
            DataScope scope,
            StatementSnapshot snapshot,
            DataVersions known,
            Connection connection)
            throws SQLException {
        return asOf.isPresent()
                ? Optional.of(at(asOf.get(), scope, connection))
                : of(snapshot, known, connection).map(versions -> versions.version(scope));
    }

    /** Returns the version that a scope had at an instant whose changes are all committed. */
    public static DataVersion at(Instant instant, DataScope scope, Connection connection) throws SQLException {
        Limits limits = new Limits(!scope.years().isEmpty(), !scope.districts().isEmpty());
        Map<String, Object> values = Map.of(
                "instant", instant,
                "years", scope.years().stream().map(Integer::shortValue).toArray(Short[]::new),
                "districts", scope.districts().toArray(String[]::new));
        return AT.with(limits).single(connection, values, row -> new DataVersion(row.getLong("version"), instant));
    }
}
