package org.gongkai.statistics.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.gongkai.sql.NamedSql;
import org.gongkai.statistics.consolidated.ConsolidationStatements.Area;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The database accepts every variant of the statements of consolidated reports. */
@QuarkusTest
class ConsolidationStatementsTest extends ServiceTest {

    private static final Map<String, Object> VALUES = Map.of(
            "instant",
            Instant.EPOCH,
            "year",
            2024,
            "district",
            "350128",
            "agency",
            "350128-police",
            "revision",
            1,
            "agencies",
            new String[] {"350128-police"},
            "revisions",
            new Integer[] {1},
            "seriesNumbers",
            new Short[] {1, 2},
            "isOver",
            true);

    @Test
    void plansEveryVariant() throws SQLException {
        try (Connection connection = connection()) {
            for (boolean atInstant : new boolean[] {false, true}) {
                for (boolean submitted : new boolean[] {false, true}) {
                    SourceTables tables = new SourceTables(atInstant, submitted, SourceTables.ONE_YEAR);
                    assertThat(plan(connection, ConsolidationStatements.STATE.with(tables)))
                            .isNotEmpty();
                    for (boolean inDistrict : new boolean[] {false, true}) {
                        Area area = new Area(inDistrict);
                        assertThat(plan(connection, ConsolidationStatements.ROSTER.with(tables, area)))
                                .isNotEmpty();
                        assertThat(plan(connection, ConsolidationStatements.SUMS_IN_FORCE.with(area)))
                                .isNotEmpty();
                    }
                    assertThat(plan(connection, ConsolidationStatements.OPEN_WARNINGS.with(tables)))
                            .isNotEmpty();
                }
            }
            for (NamedSql sql : List.of(ConsolidationStatements.SUMS, ConsolidationStatements.CONTENT)) {
                assertThat(plan(connection, sql)).isNotEmpty();
            }
        }
    }

    private static List<String> plan(Connection connection, NamedSql sql) throws SQLException {
        NamedSql explain = new NamedSql("explain " + sql.text(), sql.names());
        return explain.list(connection, VALUES, row -> row.getString(1));
    }
}
