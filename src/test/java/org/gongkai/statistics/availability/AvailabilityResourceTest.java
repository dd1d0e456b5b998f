package org.gongkai.statistics.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The counts of availability are those of roll-ups. */
@QuarkusTest
class AvailabilityResourceTest extends ServiceTest {

    /** A figure of the form of 2019 only. */
    private static final String FORMER_FIGURE = "proactiveDisclosure.centralizedProcurement.totalAmount";

    /** One year is open and has no exempt agency, one has an exempt one, and the others are not open. */
    @BeforeEach
    void fileReports() {
        fixture("availability", () -> {
            registerAll();
            put("cycles/2022", "{}").statusCode(201);
            put("cycles/2023", "{}").statusCode(201);
            put("cycles/2023/obligations/350128-social", Map.of("exempt", true, "reason", "合并报送"))
                    .statusCode(200);
            ReportFiles.balanced().forEach(ServiceTest::putInForce);
            putInForce(new RealReport("350128-market", 2020, new BalancedReports(45).nextOf2019()));
        });
    }

    private static Response ask(String query, String tag) {
        return RestAssured.given()
                .noFilters()
                .headers(tag == null ? Map.of() : Map.of("If-None-Match", tag))
                .get("/api/v1/availability" + query);
    }

    private static JsonPath counts(String query) {
        return ask(query, null).then().statusCode(200).extract().jsonPath();
    }

    /** Returns "reports/expected" of a roll-up over the years of the answer. */
    private static String rollUp(String query, List<Integer> years) {
        List<Map<String, Object>> rows = get("statistics?figure=requests.newlyReceived&groupBy=year&year="
                        + years.stream().map(String::valueOf).collect(Collectors.joining(","))
                        + query.replace("&&", "&").replaceFirst("&$", ""))
                .statusCode(200)
                .extract()
                .path("rows");
        return sum(rows, "reports") + "/" + sum(rows, "expected");
    }

    private static int sum(List<Map<String, Object>> rows, String member) {
        return rows.stream().mapToInt(row -> (Integer) row.get(member)).sum();
    }

    private static String counted(Map<String, Object> entry) {
        return entry.get("reports") + "/" + entry.get("expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "district=350128",
                "district=430200",
                "category=finance,public-security",
                "district=350100,430212&category=finance"
            })
    void countsAreThoseOfRollUps(String filter) {
        JsonPath answer = counts(filter.isEmpty() ? "" : "?" + filter);
        List<Integer> years = answer.getList("years.year");
        assertThat(years).isSorted().isNotEmpty();
        SoftAssertions softly = new SoftAssertions();
        List<Map<String, Object>> listed = answer.getList("years");
        listed.forEach(
                year -> softly.assertThat(counted(year)).as("%s", year).isEqualTo(rollUp("&" + filter, List.of((Integer)
                        year.get("year")))));
        List<Map<String, Object>> districts = answer.getList("districts");
        if (filter.isEmpty() || filter.startsWith("category")) {
            districts.forEach(district -> softly.assertThat(counted(district))
                    .as("%s", district)
                    .isEqualTo(rollUp("&" + filter + "&district=" + district.get("code"), years)));
        }
        List<Map<String, Object>> categories = answer.getList("categories");
        if (!filter.contains("category")) {
            categories.forEach(category -> softly.assertThat(counted(category))
                    .as("%s", category)
                    .isEqualTo(rollUp("&" + filter + "&category=" + category.get("code"), years)));
        }
        softly.assertThat(sum(categories, "expected")).isEqualTo(sum(listed, "expected"));
        softly.assertAll();
    }

    @Test
    void listsDistrictsWithAllAboveThem_withinTheFilter() {
        assertThat(counts("").<String>getList("districts.findAll { it.code.startsWith('43') }.code"))
                .contains("430000", "430200", "430212");
        assertThat(counts("?district=430200").<String>getList("districts.code"))
                .contains("430200", "430212")
                .doesNotContain("430000", "350128");
        assertThat(counts("?district=430200").<String>getList("districts.level"))
                .contains("city", "county");
    }

    @Test
    void namesTheFormsAndTheirFigures() {
        JsonPath answer = counts("");
        List<Map<String, Object>> years = answer.getList("years");
        int all = sum(years, "reports");
        int ofForm2019 = sum(
                years.stream().filter(year -> year.get("form").equals("2019")).toList(), "reports");

        assertThat(answer.getInt("figures.find { it.figure == 'requests.newlyReceived' }.reports"))
                .isEqualTo(all);
        assertThat(answer.getMap("figures.find { it.figure == '" + FORMER_FIGURE + "' }"))
                .containsEntry("reports", ofForm2019)
                .containsEntry("firstYear", 2020)
                .containsEntry("lastYear", 2020);
        assertThat(answer.<String>getList("figures.figure"))
                .startsWith("proactiveDisclosure")
                .doesNotHaveDuplicates();
        assertThat(counts("?district=430212").<String>getList("figures.figure")).doesNotContain(FORMER_FIGURE);
    }

    @Test
    void countsUnderTheDistrictOfTheTimeOfTheReport() {
        JsonPath before = counts("?district=430212");
        put(
                        "agencies/430212-finance",
                        Map.of(
                                "name", "株洲市渌口区财政局",
                                "district", "350128",
                                "category", "finance",
                                "kind", "DEPARTMENT"))
                .statusCode(200);

        assertThat(counts("?district=430212").getInt("years.find { it.year == 2023 }.reports"))
                .isEqualTo(before.getInt("years.find { it.year == 2023 }.reports"))
                .isPositive();
    }

    @Test
    void answersNotModifiedUntilTheDataChange() {
        Response first = ask("?category=finance", null);
        String tag = first.header("ETag");

        ask("?category=finance", tag).then().statusCode(304).header("ETag", equalTo(tag));
        ask("?category=finance,finance", tag).then().statusCode(304);
        assertThat(first.header("Cache-Control")).isEqualTo("public, no-cache");
        assertThat(first.header("Vary")).isEqualTo("Accept-Encoding");

        putInForce(new RealReport("430212-finance", 2021, new BalancedReports(46).next()));
        Response changed = ask("?category=finance", tag);

        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.header("ETag")).isNotEqualTo(tag);
        assertThat(sum(changed.path("years"), "reports")).isEqualTo(sum(first.path("years"), "reports") + 1);
        assertThat(changed.jsonPath().getLong("dataVersion"))
                .isGreaterThan(first.jsonPath().getLong("dataVersion"));
    }

    @Test
    void doesNotCountRevisionsThatWait() {
        RealReport waiting = ReportFiles.of("350128-finance", 2024);
        JsonPath before = counts("?district=350128&category=finance");
        correct(
                        "reports/350128-finance/2024",
                        waiting.content().toString().replace("\"overview\":\"", "\"overview\":\"更正。"))
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"));

        assertThat(sum(counts("?district=350128&category=finance").getList("years"), "reports"))
                .isEqualTo(sum(before.getList("years"), "reports"));
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        put("categories/archives-of-none", Map.of("name", "档案")).statusCode(201);

        ask("?category=archives-of-none", null)
                .then()
                .statusCode(200)
                .body("years", empty())
                .body("districts", empty())
                .body("categories", empty())
                .body("figures", empty());
    }

    @Test
    void refusesUnknownCodes() {
        ask("?district=999999&category=nothing", null)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("parameters.name", hasSize(2));
        ask("?year=2023", null).then().statusCode(400).body("parameters.name", contains("year"));
    }
}
