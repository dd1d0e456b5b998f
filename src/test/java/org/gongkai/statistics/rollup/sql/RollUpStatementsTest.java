package org.gongkai.statistics.rollup.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.sql.NamedSql;
import org.gongkai.sql.SqlScript;
import org.gongkai.statistics.data.SourceTables;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;

/** The database accepts every variant of the statements of roll-ups. */
@QuarkusTest
class RollUpStatementsTest extends ServiceTest {

    private static final int VARIANTS = 300;

    private final Random random = new Random(16);

    @Test
    void plansEveryVariantOfARollUp() throws SQLException {
        try (Connection connection = connection()) {
            for (int variant = 0; variant < VARIANTS; variant++) {
                boolean current = random.nextBoolean();
                SqlScript script = current ? RollUpStatement.CURRENT_BOUNDARIES : RollUpStatement.AS_REPORTED;
                RollUpParts parts = parts(current);
                String years = parts.manyYears() ? SourceTables.SEVERAL_YEARS : "= :'year'";
                SourceTables tables = new SourceTables(random.nextBoolean(), random.nextBoolean(), years);

                SqlScript rows = current ? RowStatement.CURRENT_BOUNDARIES : RowStatement.AS_REPORTED;
                assertThat(plan(connection, rows.with(tables, parts))).isNotEmpty();
                assertThat(plan(connection, script.with(tables, parts)))
                        .as("%s %s", tables, parts)
                        .isNotEmpty();
                if (!current) {
                    SourceTables now = new SourceTables(false, false, years);
                    assertThat(plan(connection, RollUpStatement.IN_FORCE.with(now, parts)))
                            .isNotEmpty();
                    assertThat(plan(connection, RowStatement.IN_FORCE.with(now, parts)))
                            .isNotEmpty();
                }
                if (current) {
                    assertThat(plan(connection, RollUpStatement.SPLITS.with(tables, parts)))
                            .isNotEmpty();
                }
            }
        }
    }

    @Test
    void plansEveryVariantOfTheLookups() throws SQLException {
        try (Connection connection = connection()) {
            for (boolean atInstant : new boolean[] {false, true}) {
                for (boolean submitted : new boolean[] {false, true}) {
                    SourceTables anyYear = new SourceTables(atInstant, submitted, SourceTables.ANY_YEAR);
                    SourceTables someYears = new SourceTables(atInstant, submitted, SourceTables.SEVERAL_YEARS);
                    assertThat(plan(connection, QueryResolver.YEARS.with(anyYear)))
                            .isNotEmpty();
                    assertThat(plan(connection, QueryResolver.SCOPE.with(someYears)))
                            .isNotEmpty();
                }
            }
        }
    }

    private RollUpParts parts(boolean current) {
        boolean[] by = {random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean()};
        boolean inDistricts = random.nextBoolean();
        boolean manySpans = random.nextBoolean();
        String keys = IntStream.range(0, by.length)
                .filter(key -> by[key])
                .mapToObj(key -> List.of("key_year", "key_district", "key_category", "key_agency")
                        .get(key))
                .collect(Collectors.joining(", "));
        return new RollUpParts(
                keys.isEmpty() ? "span" : "span, " + keys,
                numbers(keys.isEmpty() ? "span" : "span, " + keys),
                "v.span = g.span",
                "c.value desc nulls last, c.figure_position",
                random.nextBoolean() ? "= :'seriesNumber'" : "= any(:'seriesNumbers')",
                random.nextBoolean() ? "= :'place'" : "= any(:'places')",
                random.nextBoolean() ? "'DEPARTMENT'" : "'GOVERNMENT'",
                random.nextBoolean(),
                by[0],
                by[1],
                by[2],
                by[3],
                by[1] || current && inDistricts,
                random.nextBoolean(),
                inDistricts,
                random.nextBoolean(),
                random.nextBoolean(),
                !current && random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                manySpans,
                by[0] && !current,
                !keys.isEmpty(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static String numbers(String keys) {
        return keys.replace("key_district", "group_place")
                .replace("key_", "group_")
                .replace("span", "group_span");
    }

    private static List<String> plan(Connection connection, NamedSql sql) throws SQLException {
        NamedSql explain = new NamedSql("explain " + sql.text(), sql.names());
        return explain.list(connection, values(), row -> row.getString(1));
    }

    private static Map<String, Object> values() {
        Short[] numbers = {2023, 2024};
        String[] codes = {"350128", "430212"};
        Map<String, Object> values = new HashMap<>(Map.of(
                "instant",
                Instant.EPOCH,
                "maxRows",
                100,
                "level",
                2,
                "firstYear",
                2019,
                "rowLimit",
                100,
                "minCoverage",
                BigDecimal.ONE));
        Stream.of("year", "seriesNumber").forEach(name -> values.put(name, numbers[0]));
        Stream.of(
                        "yearList",
                        "seriesNumbers",
                        "spanOfYear",
                        "yearOfSpan",
                        "spanOfSeries",
                        "seriesOfSpan",
                        "rowsOfSpan",
                        "measures",
                        "measureSpans",
                        "figurePositions",
                        "typePositions",
                        "measureKinds",
                        "partMeasures",
                        "partSeries",
                        "partSides")
                .forEach(name -> values.put(name, numbers));
        values.put("district", codes[0]);
        values.put("place", 1);
        values.put("places", new Integer[] {1, 2});
        values.put("kind", "GOVERNMENT");
        values.put("lastYear", 2024);
        Stream.of("districts", "askedDistricts", "categories", "agencies").forEach(name -> values.put(name, codes));
        return values;
    }
}
