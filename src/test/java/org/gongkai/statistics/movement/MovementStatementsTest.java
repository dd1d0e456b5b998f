package org.gongkai.statistics.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The database accepts every variant of the statements about movements. */
@QuarkusTest
class MovementStatementsTest extends ServiceTest {

    private static final Map<String, Object> VALUES = Map.of(
            "instant",
            Instant.EPOCH,
            "agency",
            "350128-police",
            "year",
            2024,
            "revision",
            1,
            "districts",
            new String[] {"350128", "350100"},
            "categories",
            new String[] {"public-security"},
            "seriesNumbers",
            new Short[] {1, 2});

    @Test
    void plansEveryVariant() throws SQLException {
        try (Connection connection = connection()) {
            for (boolean atInstant : new boolean[] {false, true}) {
                SourceTables tables = new SourceTables(atInstant, false, SourceTables.ONE_YEAR);
                for (SqlScript script : List.of(
                        MovementStatements.LOCATION,
                        MovementStatements.IN_FORCE,
                        MovementStatements.TOTALS,
                        MovementStatements.NAMES)) {
                    assertThat(plan(connection, script.with(tables))).isNotEmpty();
                }
            }
            assertThat(plan(connection, MovementStatements.VALUES)).isNotEmpty();
        }
    }

    private static List<String> plan(Connection connection, NamedSql sql) throws SQLException {
        NamedSql explain = new NamedSql("explain " + sql.text(), sql.names());
        return explain.list(connection, VALUES, row -> row.getString(1));
    }
}
