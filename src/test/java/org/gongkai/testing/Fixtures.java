package org.gongkai.testing;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Empties the database before a test, and keeps copies of fixtures. The first test that asks for a fixture sets it up
 * over HTTP; the next tests get the same rows by SQL. Triggers are off meanwhile, because they refuse deletions and
 * would write the history of the rows a second time. The service itself may not switch them off; {@link RealDatabase}
 * allows it for tests.
 */
final class Fixtures {

    private static final List<String> TABLES = List.of(
            "event",
            "reminder_run",
            "reminder",
            "issued_token",
            "sandbox_evidence",
            "sandbox_revision",
            "sandbox_report",
            "revalidation_change",
            "revalidation",
            "webhook_delivery",
            "webhook",
            "refused_attempt_rule",
            "refused_attempt",
            "explanation",
            "finding",
            "figure_value",
            "fact",
            "coverage",
            "revision",
            "filing",
            "obligation",
            "cycle",
            "agency_contact",
            "agency",
            "category",
            "district",
            "usual_figure",
            "place_within",
            "place",
            "revision_version",
            "obligation_version",
            "cycle_version",
            "agency_version",
            "category_version",
            "district_version");

    /** On a cluster of Citus, the first setting passes the second one on to the workers; elsewhere it has no effect. */
    private static final String WITHOUT_TRIGGERS =
            "set local citus.propagate_set_commands = local; set local session_replication_role = replica;";

    /**
     * Raises the version of the data, so that the service does not answer from its cache: by more than all tests do, and
     * beyond 32 bits, so that each test reads it as a long number. Changes in places that were deleted no longer count for
     * their districts when the service reads the whole log again.
     */
    private static final String NEXT_STATE = "update data_version set changes = changes + 1 where slot = 0;"
            + "insert into data_change values (clock_timestamp(), 10000000000)";

    private Fixtures() {}

    /**
     * Deletes the rows, because a test stores few: to truncate the tables takes twenty times as long. The log of changes
     * is kept, because versions never decrease.
     */
    static void emptyTheDatabase() {
        execute(WITHOUT_TRIGGERS
                + TABLES.stream().map(table -> "delete from " + table + ";").collect(Collectors.joining())
                + NEXT_STATE);
    }

    /**
     * Sets up an empty database.
     *
     * @param name the name of the fixture, one word
     * @param setUp sets it up when there is no copy yet
     */
    static void setUp(String name, Runnable setUp) {
        String schema = "fixture_" + name;
        if (exists(schema)) {
            execute(WITHOUT_TRIGGERS
                    + each("insert into %2$s overriding system value table %1$s.%2$s", schema)
                    + NEXT_STATE);
        } else {
            setUp.run();
            execute("create schema " + schema + ";" + each("create table %1$s.%2$s as table %2$s", schema));
        }
    }

    private static String each(String statement, String schema) {
        return TABLES.stream()
                .map(table -> statement.formatted(schema, table) + ";")
                .collect(Collectors.joining());
    }

    private static boolean exists(String schema) {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regnamespace('" + schema + "') is not null")) {
            found.next();
            return found.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs statements in a transaction of the service. Afterwards the service reads the version of the data again. */
    private static void execute(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            try (Connection connection = database().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static DataSource database() {
        return Arc.container().instance(DataSource.class).get();
    }
}
