package org.gongkai.filing.carryover;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger reads figures of the lines that it shows only, however many lines there are. */
@QuarkusTest
class CarryOverPlanTest extends ServiceTest {

    private static final String CANDIDATES =
            "(year, agency, applicant_type) in (select year, agency, applicant_type from carry_over_candidate)";

    @Inject
    DataSource service;

    @BeforeEach
    void openAYear() {
        registerAll();
        put("cycles/2023", Map.of()).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "year = 2023", "obstacle is not null", "year = 2023 and obstacle is not null"})
    void countsLinesWithoutTheirFigures(String condition) throws SQLException {
        assertThat(plan("select count(*) from carry_over_line where " + condition))
                .isNotEmpty()
                .noneMatch(line -> line.contains("on figure_value"))
                .noneMatch(line -> line.contains("on explanation"));
    }

    @Test
    void readsNoFigureOfALine_thatCannotHaveADifference() throws SQLException {
        assertThat(count("select count(*) from carry_over_line")).isPositive();

        assertThat(plan("select count(*) from carry_over_line where status = 'DIFFERENT' and " + CANDIDATES))
                .filteredOn(line -> line.contains("on explanation"))
                .isNotEmpty()
                .allMatch(line -> line.contains("never executed"));
    }

    private Stream<String> plan(String statement) throws SQLException {
        try (Connection connection = service.getConnection();
                Statement session = connection.createStatement();
                ResultSet lines = session.executeQuery("explain (analyze, costs off, timing off) " + statement)) {
            Stream.Builder<String> plan = Stream.builder();
            while (lines.next()) {
                plan.add(lines.getString(1));
            }
            return plan.build();
        }
    }
}
