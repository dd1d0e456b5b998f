package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.Seeds;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A year keeps the districts with their ancestors, the categories and the kinds of its roster, and a report that no
 * roster lists those of its submission, whatever happens to the registry.
 */
@QuarkusTest
class FrozenYearsTest extends ServiceTest {

    private static final List<String> CITIES = List.of("430100", "430200");
    private static final List<String> COUNTIES = List.of("430111", "430112", "430211", "430212");
    private static final List<String> AGENCIES = List.of("f-1", "f-2", "f-3", "f-4", "f-5", "f-6");
    private static final List<String> CATEGORIES = List.of("finance", "police");

    /** The state of the registry that a change starts from. */
    private final Map<String, Map<String, String>> agencies = new HashMap<>();

    @BeforeEach
    void register() {
        put("districts/430000", Map.of("name", "湖南省")).statusCode(201);
        CITIES.forEach(city -> district(city, "430000").statusCode(201));
        COUNTIES.forEach(
                county -> district(county, county.substring(0, 4) + "00").statusCode(201));
        CATEGORIES.forEach(category ->
                put("categories/" + category, Map.of("name", category)).statusCode(201));
        for (int i = 0; i < AGENCIES.size(); i++) {
            agencies.put(
                    AGENCIES.get(i),
                    new HashMap<>(Map.of(
                            "name",
                            "局" + i,
                            "district",
                            COUNTIES.get(i % COUNTIES.size()),
                            "category",
                            CATEGORIES.get(i % CATEGORIES.size()),
                            "kind",
                            "DEPARTMENT")));
            store(AGENCIES.get(i)).statusCode(201);
        }
    }

    @Test
    void keepsTheCityOfACounty() {
        put("cycles/2023", "{}").statusCode(201);
        report("f-4", 2023);
        report("f-4", 2022);

        district("430212", "430100").statusCode(200);

        for (int year : List.of(2022, 2023)) {
            String query = "statistics?figure=requests.newlyReceived&agency=f-4&groupBy=district&year=" + year;
            get(query + "&level=city").body("rows.district.code", contains("430200"));
            get(query + "&level=city&boundaries=current").body("rows.district.code", contains("430100"));
            get(query + "&district=430200").body("rows.reports", contains(1));
            get(query + "&district=430100").body("rows", equalTo(List.of()));
        }
        get("cycles/2023/completeness?district=430200").body("rows.expected", contains(2));
        get("cycles/2023/completeness?district=430100").body("rows.expected", contains(4));
        get("cycles/2023/obligations?district=430200").body("items.agency.code", contains("f-3", "f-4"));
        get("consolidated-reports/2023?district=430200").body("contributors.agency.code", contains("f-4"));
        get("consolidated-reports/2022?district=430200").body("contributors.agency.code", contains("f-4"));
    }

    @Test
    void keepsTheLevelOfADistrict() {
        put("cycles/2023", "{}").statusCode(201);
        district("430299", "430200").statusCode(201);
        String query = "statistics?figure=requests.newlyReceived&agency=f-4&groupBy=district&year=2023&level=county";
        get(query).body("rows.district.code", contains("430212"));

        put("districts/430212", Map.of("name", "渌口", "parent", "430200", "level", "town"))
                .statusCode(200);

        get(query).body("rows.district.code", contains("430212"));
        get(query + "&boundaries=current").body("rows.district.code", contains("430200"));
    }

    @Tag("thorough")
    @ParameterizedTest
    @MethodSource(Seeds.OF_HISTORIES)
    void keepsItsAnswersThroughRandomChangesOfTheRegistry(long seed) {
        Random random = new Random(seed);
        put("cycles/2023", "{}").statusCode(201);
        BalancedReports reports = new BalancedReports(seed);
        for (String agency : AGENCIES.subList(0, 4)) {
            putInForce(new RealReport(agency, 2023, reports.next()));
            putInForce(new RealReport(agency, 2021, reports.next()));
        }
        Map<String, Object> frozen = answers();

        for (int step = 0; step < 4; step++) {
            String change = change(random);
            assertThat(answers())
                    .as("seed %d, step %d, after %s", seed, step, change)
                    .isEqualTo(frozen);
        }
    }

    /** Returns the answers to questions about the frozen year, and about the reports that no roster lists. */
    private static Map<String, Object> answers() {
        List<String> filters = new ArrayList<>(List.of("", "&category=finance", "&district=430212"));
        CITIES.forEach(city -> filters.add("&district=" + city));
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String filter : filters) {
            for (String groups : List.of("district&level=city", "category", "agency,district&level=county")) {
                String query = "statistics?figure=requests.newlyReceived&groupBy=" + groups + filter;
                answers.put(query, rows(query + "&year=2023", true));
                answers.put(query + " unlisted", rows(query + "&year=2021", false));
            }
            if (!filter.startsWith("&category")) {
                String consolidated = "consolidated-reports/2023?basis=accepted" + filter;
                answers.put(consolidated, contributors(consolidated));
                answers.put(
                        "2021" + filter,
                        get("consolidated-reports/2021?basis=accepted" + filter)
                                .extract()
                                .path("contributors.agency.code"));
            }
            answers.put(
                    "completeness" + filter,
                    get("cycles/2023/completeness?groupBy=category" + filter)
                            .extract()
                            .path("rows.expected"));
            answers.put(
                    "obligations" + filter,
                    get("cycles/2023/obligations?size=500" + filter).extract().path("items.agency.code"));
        }
        return answers;
    }

    private static List<Object> contributors(String query) {
        JsonPath report = get(query).statusCode(200).extract().jsonPath();
        return List.of(
                report.getList("contributors.agency.code"),
                report.getList("missing.agency.code"),
                report.getString("contentHash"));
    }

    /** Returns the rows by code: names follow the registry. Agencies without a report follow it too in an unopened year. */
    private static List<String> rows(String query, boolean all) {
        List<Map<String, Object>> rows = get(query).statusCode(200).extract().path("rows");
        return rows.stream()
                .filter(row -> all || (int) row.get("reports") > 0)
                .map(row -> code(row, "district") + code(row, "category") + code(row, "agency") + row.get("reports")
                        + " " + row.get("value") + (all ? " of " + row.get("expected") : ""))
                .sorted()
                .collect(Collectors.toList());
    }

    private static String code(Map<String, Object> row, String key) {
        return row.get(key) instanceof Map<?, ?> named ? named.get("code") + " " : "";
    }

    private String change(Random random) {
        String agency = AGENCIES.get(random.nextInt(AGENCIES.size()));
        String county = COUNTIES.get(random.nextInt(COUNTIES.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                String city = CITIES.get(random.nextInt(CITIES.size()));
                district(county, city).statusCode(200);
                return county + " to " + city;
            }
            case 1 -> agencies.get(agency).put("district", county);
            case 2 -> agencies.get(agency).put("category", CATEGORIES.get(random.nextInt(CATEGORIES.size())));
            case 3 -> agencies.get(agency).put("kind", random.nextBoolean() ? "GOVERNMENT" : "DEPARTMENT");
            case 4 -> {
                if (random.nextBoolean()) {
                    agencies.get(agency).put("validTo", "2025-06-30");
                } else {
                    agencies.get(agency).remove("validTo");
                }
            }
            default -> {
                String code = "n-" + random.nextInt(1000);
                agencies.put(code, new HashMap<>(agencies.get(agency)));
                agencies.get(code).put("name", code);
                store(code);
                return code;
            }
        }
        store(agency).statusCode(200);
        return agency + " " + agencies.get(agency);
    }

    private void report(String agency, int year) {
        putInForce(new RealReport(
                agency, year, ReportFiles.of("430212-finance", 2023).content()));
    }

    private ValidatableResponse store(String agency) {
        return put("agencies/" + agency, agencies.get(agency));
    }

    private static ValidatableResponse district(String code, String parent) {
        return put("districts/" + code, Map.of("name", "区划" + code, "parent", parent));
    }
}
