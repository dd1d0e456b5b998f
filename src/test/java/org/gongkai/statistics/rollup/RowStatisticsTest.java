package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statistics, limits and the minimum of coverage, compared with what follows from the rows without them. */
@QuarkusTest
class RowStatisticsTest extends ServiceTest {

    private static final String RECEIVED = "statistics?figure=requests.newlyReceived";

    private static final List<String> AGENCIES = List.of(
            "350128-finance", "350128-police", "350128-social", "350128-market", "350128-tourism", "430212-finance");

    private final Random random = new Random(20);

    private String now;

    @BeforeEach
    void putReportsInForce() throws SQLException {
        fixture("rowStatistics", RowStatisticsTest::reportForFourYears);
        now = now();
    }

    private static void reportForFourYears() {
        registerAll();
        BalancedReports reports = new BalancedReports(20);
        Random choice = new Random(21);
        for (int year = 2021; year <= 2024; year++) {
            put("cycles/" + year, Map.of()).statusCode(201);
            for (String agency : AGENCIES) {
                if (choice.nextInt(5) > 0) {
                    putInForce(new RealReport(agency, year, reports.next()));
                }
            }
        }
    }

    @Tag("thorough")
    @Test
    void selectsTheSameRowsAsTheServiceMakes() {
        for (int query = 0; query < 60; query++) {
            String parameters = randomQuery();
            List<Map<String, ?>> all = rows(parameters);
            int limit = 1 + random.nextInt(all.size() + 2);

            assertThat(rows(parameters + "&limit=" + limit))
                    .as(parameters)
                    .isEqualTo(all.subList(0, Math.min(limit, all.size())));
        }
    }

    private String randomQuery() {
        List<String> keys = new ArrayList<>(List.of("year", "district", "category", "agency"));
        keys.removeIf(key -> random.nextInt(3) == 0);
        Collections.shuffle(keys, random);
        List<String> figures = new ArrayList<>(
                List.of("requests.newlyReceived", "rates.disclosure", "rates.onTime", "requests.outcomes.disclosed"));
        figures.removeIf(figure -> random.nextBoolean());
        figures.add("disputes");
        StringBuilder parameters = new StringBuilder("statistics?figure=" + String.join(",", figures));
        parameters.append("&year=").append(random.nextBoolean() ? "2021..2023" : "2022");
        if (!keys.isEmpty()) {
            parameters.append("&groupBy=").append(String.join(",", keys));
        }
        parameters.append(List.of("", "&orderBy=-value", "&orderBy=value,-reports", "&orderBy=-expected")
                .get(random.nextInt(4)));
        parameters.append(
                List.of("", "&boundaries=current", "&asOf=" + "{now}", "&district=350128", "&category=finance")
                        .get(random.nextInt(5)));
        parameters.append(random.nextBoolean() ? "&minCoverage=0.75" : "");
        return parameters.toString();
    }

    @Test
    void comparesRows() {
        List<Map<String, ?>> rows = rows(RECEIVED + "&groupBy=year,agency&stats=rank,percentile,share");

        for (int year = 2021; year <= 2024; year++) {
            int ofYear = year;
            List<Map<String, ?>> peers =
                    rows.stream().filter(row -> row.get("year").equals(ofYear)).toList();
            List<BigDecimal> values = peers.stream()
                    .map(row -> number(row, "value"))
                    .filter(Objects::nonNull)
                    .toList();
            BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            for (Map<String, ?> row : peers) {
                BigDecimal value = number(row, "value");
                if (value == null) {
                    assertThat(row).doesNotContainKeys("rank", "percentile", "share");
                    continue;
                }
                long lower = values.stream()
                        .filter(other -> other.compareTo(value) < 0)
                        .count();
                long higher = values.stream()
                        .filter(other -> other.compareTo(value) > 0)
                        .count();
                assertThat(row.get("rank")).isEqualTo((int) higher + 1);
                assertThat(number(row, "percentile"))
                        .isEqualByComparingTo(BigDecimal.valueOf(100 * lower)
                                .divide(BigDecimal.valueOf(values.size() - 1), 2, RoundingMode.HALF_UP));
                assertThat(number(row, "share")).isEqualByComparingTo(value.divide(sum, 6, RoundingMode.HALF_UP));
            }
        }
    }

    @Test
    void describesTheReportsInARow() {
        for (String variant : List.of("", "&boundaries=current", "&asOf={now}")) {
            List<Map<String, ?>> single = rows(RECEIVED + "&groupBy=year,category,agency" + variant);
            List<Map<String, ?>> rows =
                    rows(RECEIVED + "&groupBy=category&year=2021..2024&stats=median,mean,quartiles" + variant);

            assertThat(rows).isNotEmpty();
            for (Map<String, ?> row : rows) {
                List<BigDecimal> values = single.stream()
                        .filter(other -> other.get("category").equals(row.get("category")))
                        .map(other -> number(other, "value"))
                        .filter(Objects::nonNull)
                        .sorted()
                        .toList();
                if (values.isEmpty()) {
                    assertThat(row).doesNotContainKeys("median", "mean", "quartiles");
                    continue;
                }
                assertThat(number(row, "median")).isEqualByComparingTo(quantile(values, 0.5));
                assertThat(number((Map<?, ?>) row.get("quartiles"), "first"))
                        .isEqualByComparingTo(quantile(values, 0.25));
                assertThat(number((Map<?, ?>) row.get("quartiles"), "third"))
                        .isEqualByComparingTo(quantile(values, 0.75));
                assertThat(number(row, "mean"))
                        .isEqualByComparingTo(values.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(values.size()), 6, RoundingMode.HALF_UP));
            }
        }
    }

    @Test
    void comparesWithTheYearBefore() {
        List<Map<String, ?>> rows = rows(RECEIVED + "&groupBy=agency,year&year=2022..2024&stats=change");
        Map<List<?>, BigDecimal> values = rows(RECEIVED + "&groupBy=agency,year").stream()
                .filter(row -> row.get("value") != null)
                .collect(Collectors.toMap(
                        row -> Arrays.asList(row.get("agency"), row.get("year")), row -> number(row, "value")));

        for (Map<String, ?> row : rows) {
            BigDecimal before = values.get(Arrays.asList(row.get("agency"), (Integer) row.get("year") - 1));
            if (row.get("value") == null || before == null) {
                assertThat(row).doesNotContainKey("change");
            } else {
                Map<?, ?> change = (Map<?, ?>) row.get("change");
                BigDecimal absolute = number(row, "value").subtract(before);
                assertThat(number(change, "absolute")).isEqualByComparingTo(absolute);
                if (before.signum() > 0) {
                    assertThat(number(change, "percent"))
                            .isEqualByComparingTo(
                                    absolute.multiply(BigDecimal.valueOf(100)).divide(before, 2, RoundingMode.HALF_UP));
                }
            }
        }
        assertThat(rows).anyMatch(row -> row.containsKey("change"));
        get(RECEIVED + "&year=2024&groupBy=district&stats=change")
                .statusCode(200)
                .body("stats", contains("change"));
        get(RECEIVED + "&groupBy=district&stats=change")
                .statusCode(400)
                .body("parameters.find { it.name == 'stats' }.message", containsString("groupBy=year"));
    }

    @Test
    void leavesOutValuesWithoutEnoughReports() {
        List<Map<String, ?>> all = rows(RECEIVED + "&groupBy=district,year");
        List<Map<String, ?>> covered = rows(RECEIVED + "&groupBy=district,year&minCoverage=1");

        for (int row = 0; row < all.size(); row++) {
            boolean complete = all.get(row).get("reports").equals(all.get(row).get("expected"));
            assertThat(covered.get(row).get("value"))
                    .isEqualTo(complete ? all.get(row).get("value") : null);
        }
        get(RECEIVED + "&minCoverage=80").statusCode(400);
    }

    @Test
    void namesTheNumeratorAndTheDenominatorOfARate() {
        get("statistics?figure=rates.disclosure,requests.outcomes&year=2022&district=350128")
                .body("rows.find { it.figure == 'requests.outcomes' }", not(hasKey("denominator")))
                .body(
                        "rows.find { it.figure == 'requests.outcomes' }.value",
                        equalTo(get("statistics?figure=rates.disclosure&year=2022&district=350128")
                                .extract()
                                .path("rows[0].denominator")));
    }

    private List<Map<String, ?>> rows(String query) {
        return get(query.replace("{now}", now))
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.BIG_DECIMAL))
                .getList("rows");
    }

    private static BigDecimal number(Map<?, ?> row, String member) {
        return row.get(member) == null ? null : new BigDecimal(row.get(member).toString());
    }

    /** Returns a quantile, interpolated linearly (type 7 of Hyndman and Fan, as in spreadsheets). */
    private static BigDecimal quantile(List<BigDecimal> sorted, double share) {
        double position = share * (sorted.size() - 1);
        int below = (int) Math.floor(position);
        int above = (int) Math.ceil(position);
        BigDecimal step = sorted.get(above).subtract(sorted.get(below));
        return sorted.get(below).add(step.multiply(BigDecimal.valueOf(position - below)));
    }
}
