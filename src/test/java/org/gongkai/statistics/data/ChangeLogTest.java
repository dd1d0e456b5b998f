package org.gongkai.statistics.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gongkai.http.parameter.InstantParameter;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The versions are those of one snapshot, whenever transactions commit. */
@QuarkusTest
class ChangeLogTest extends ServiceTest {

    private static final DataScope NORTH = new DataScope(Set.of(2023), Set.of("430100"));
    private static final DataScope SOUTH = new DataScope(Set.of(2023), Set.of("430200"));

    private static final String RENAME_NORTH = "update obligation set name = name || 'n' where agency = 'n-1'";
    private static final String RENAME_SOUTH = "update obligation set name = name || 's' where agency = 's-1'";

    @BeforeEach
    void register() {
        put("districts/430000", Map.of("name", "湖南省")).statusCode(201);
        put("categories/finance", Map.of("name", "财政")).statusCode(201);
        for (String city : Set.of("430100", "430200")) {
            put("districts/" + city, Map.of("name", city, "parent", "430000")).statusCode(201);
        }
        for (String agency : Set.of("n-1", "n-2", "s-1", "s-2")) {
            String city = agency.startsWith("n") ? "430100" : "430200";
            put(
                            "agencies/" + agency,
                            Map.of("name", agency, "district", city, "category", "finance", "kind", "DEPARTMENT"))
                    .statusCode(201);
        }
        put("cycles/2023", "{}").statusCode(201);
    }

    @Test
    void countsATransactionThatCommitsAfterALaterOne() throws SQLException {
        DataVersions before = load();
        try (Connection early = connection()) {
            early.setAutoCommit(false);
            run(early, RENAME_NORTH);
            execute(RENAME_SOUTH);
            DataVersions between = next(before).orElseThrow();
            assertThat(growth(before, between, NORTH)).isZero();
            assertThat(growth(before, between, SOUTH)).isEqualTo(1);

            early.commit();
            DataVersions after = next(between).orElseThrow();
            assertThat(growth(between, after, NORTH)).isEqualTo(1);
            assertThat(growth(between, after, SOUTH)).isZero();
            assertEqual(after, load());
            assertThat(next(after).orElseThrow().total()).isEqualTo(after.total());
        }
    }

    @Test
    void countsNothingOfATransactionThatIsRolledBack() throws SQLException {
        DataVersions before = load();
        try (Connection undone = connection()) {
            undone.setAutoCommit(false);
            run(undone, RENAME_NORTH);
            undone.rollback();
        }
        execute(RENAME_SOUTH);

        DataVersions after = next(before).orElseThrow();

        assertThat(growth(before, after, NORTH)).isZero();
        assertEqual(after, load());
    }

    /** The data change after the statement, and before its version is asked for. */
    @Test
    void findsTheVersionsInTheSnapshotOfAStatement() throws SQLException {
        DataVersions before = load();
        try (Connection open = connection();
                Connection reader = connection()) {
            open.setAutoCommit(false);
            run(open, RENAME_NORTH);
            execute(RENAME_SOUTH);
            StatementSnapshot snapshot = snapshot(reader);
            DataVersions then = load();
            open.commit();
            execute(RENAME_SOUTH);

            DataVersions found = ChangeLog.of(snapshot, before, reader).orElseThrow();

            assertEqual(found, then);
            assertThat(growth(before, found, NORTH)).isZero();
            assertThat(growth(before, found, SOUTH)).isEqualTo(1);
            assertThat(ChangeLog.of(snapshot, load(), reader))
                    .as("older than the known versions")
                    .isEmpty();
        }
    }

    @Test
    void findsTheVersionsInASnapshotWithoutAName() throws SQLException {
        DataVersions before = load();
        try (Connection reader = connection()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            execute(RENAME_SOUTH);
            StatementSnapshot unnamed = new StatementSnapshot(snapshot(reader).total(), Optional.empty());
            DataVersions then = load();
            execute(RENAME_NORTH);

            DataVersions found = ChangeLog.of(unnamed, before, reader).orElseThrow();

            assertThat(found.version(NORTH)).isEqualTo(then.version(NORTH));
            assertThat(found.version(SOUTH)).isEqualTo(then.version(SOUTH));
            assertThat(ChangeLog.of(unnamed, load(), reader)).isEmpty();
            reader.rollback();
        }
    }

    /** The dump of another cluster has transactions that are still to come in this one. */
    @Test
    void countsRestoredChangesOnce() throws SQLException {
        execute("insert into data_change (at, changes, transaction, year, place)"
                + " select clock_timestamp(), 1, cast(cast(cast(cast(pg_current_xact_id() as text) as bigint) + ahead as text) as xid8), 2023,"
                + " (select place from district where code = '430100') from generate_series(3, 6) ahead");
        DataVersions restored = load();

        for (int change = 0; change < 10; change++) {
            execute(RENAME_SOUTH);
        }

        DataVersions after = next(restored).orElseThrow();
        assertThat(growth(restored, after, NORTH)).isZero();
        assertThat(growth(restored, after, SOUTH)).isEqualTo(10);
        assertEqual(after, load());
    }

    @Test
    void notesALogThatDoesNotContinueTheKnownOne() throws SQLException {
        DataVersions known = load();

        execute("update data_version set changes = changes + 1 where slot = 3");

        assertThat(next(known)).isEmpty();
    }

    @Test
    void logsEachScopeOfATransactionOnce() throws SQLException {
        DataVersions before = load();
        try (Connection connection = connection()) {
            connection.setAutoCommit(false);
            for (int time = 0; time < 5; time++) {
                run(connection, RENAME_NORTH);
                run(connection, RENAME_SOUTH);
            }
            connection.commit();
        }

        DataVersions after = next(before).orElseThrow();

        assertThat(after.total() - before.total()).isEqualTo(1);
        assertThat(growth(before, after, NORTH)).isEqualTo(1);
        assertThat(growth(before, after, DataScope.EVERYTHING)).isEqualTo(2);
    }

    /** One thread runs both transactions: if one waited for the other, its statement would fail. */
    @Test
    void changesTheSameDistrictsInOppositeOrderWithoutWaiting() throws SQLException {
        DataVersions before = load();
        try (Connection one = connection();
                Connection other = connection()) {
            for (Connection connection : new Connection[] {one, other}) {
                connection.setAutoCommit(false);
                run(connection, "set local lock_timeout = '1ms'");
            }
            run(one, RENAME_NORTH);
            run(other, "update obligation set name = name || 's' where agency = 's-2'");
            run(one, RENAME_SOUTH);
            run(other, "update obligation set name = name || 'n' where agency = 'n-2'");
            one.commit();
            other.commit();
        }

        DataVersions after = next(before).orElseThrow();
        assertThat(growth(before, after, NORTH)).isEqualTo(2);
        assertThat(growth(before, after, SOUTH)).isEqualTo(2);
    }

    @Test
    void givesAnInstantTheVersionsOfThen() throws SQLException {
        DataVersions then = load();
        String instant = now();
        execute(RENAME_SOUTH);

        try (Connection connection = connection()) {
            for (DataScope scope : new DataScope[] {NORTH, SOUTH, DataScope.EVERYTHING, both()}) {
                assertThat(ChangeLog.at(InstantParameter.parse(instant).orElseThrow(), scope, connection)
                                .number())
                        .isEqualTo(then.version(scope).number());
            }
        }
    }

    private static DataScope both() {
        return new DataScope(Set.of(2022, 2023), Set.of("430000", "430100"));
    }

    private DataVersions load() throws SQLException {
        try (Connection connection = connection()) {
            return ChangeLog.load(connection);
        }
    }

    private Optional<DataVersions> next(DataVersions known) throws SQLException {
        try (Connection connection = connection()) {
            return ChangeLog.next(connection, known);
        }
    }

    private static long growth(DataVersions before, DataVersions after, DataScope scope) {
        return after.version(scope).number() - before.version(scope).number();
    }

    private static void assertEqual(DataVersions one, DataVersions other) {
        assertThat(one.total()).isEqualTo(other.total());
        for (DataScope scope : new DataScope[] {NORTH, SOUTH, DataScope.EVERYTHING, both()}) {
            assertThat(one.version(scope)).isEqualTo(other.version(scope));
        }
    }

    private static StatementSnapshot snapshot(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select cast(sum(changes) as bigint) as total,"
                        + " cast(pg_current_snapshot() as text) as snapshot from data_version")) {
            row.next();
            return StatementSnapshot.of(row);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
