package org.gongkai.http.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters that come twice, lists of values, and several faults at once. */
@QuarkusTest
class KnownParametersTest extends ServiceTest {

    @BeforeEach
    void register() {
        fixture("parameters", () -> {
            registerAll();
            putInForce(ReportFiles.of("430212-finance", 2023));
            putInForce(ReportFiles.of("350128-police", 2024));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"year[]=2024&year[]=2023", "year%5B%5D=2024&year%5B%5D=2023", "year[]=2024&year=2023"})
    void readsListsInBrackets(String query) {
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/reports?" + query)
                .then()
                .statusCode(200)
                .body("total", equalTo(2));
    }

    /** Gives each parameter of each operation twice: it is refused by its name, or taken as a list. */
    @Test
    void refusesEveryRepeatedParameterThatTakesOneValue() {
        Map<String, Map<String, Map<String, Object>>> paths =
                RestAssured.get("/q/openapi?format=json").path("paths");
        SoftAssertions softly = new SoftAssertions();
        paths.forEach((template, item) -> parameters(item.get("get")).forEach(parameter -> {
            String name = (String) parameter.get("name");
            boolean list = "array".equals(((Map<?, ?>) parameter.get("schema")).get("type"));
            String path = template.replaceAll("\\{year}", "2023")
                    .replaceAll("\\{(revision)}", "1")
                    .replaceAll("\\{[^}]+}", "430212-finance");
            List<String> names = RestAssured.get(path + "?" + name + "=a&" + name + "=b")
                    .path("parameters.findAll { it.message.contains('一次') }.name");
            softly.assertThat(names == null ? List.of() : names)
                    .as("%s of %s", name, path)
                    .isEqualTo(list ? List.of() : List.of(name));
        }));
        softly.assertAll();
    }

    private static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        if (operation != null && operation.get("parameters") instanceof List<?> all) {
            for (Object parameter : all) {
                @SuppressWarnings("unchecked")
                Map<String, Object> one = (Map<String, Object>) parameter;
                if (one.get("in").equals("query")) {
                    parameters.add(one);
                }
            }
        }
        return parameters;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "agencies?foo=1&size=0&district=none&kind=x|foo,size,district,kind",
                "agencies?size=5&size=6&foo=1|size,foo",
                "agencies?district=none&category=none|district,category",
                "agencies?district=none,430212&district=also|district,district",
                "agencies?bom=maybe&format=pdf|bom,format",
                "districts?parent=none&level=village&page=-1|parent,level,page",
                "reports?foo=1&year=abc|foo,year",
                "reports?year=2018&year=2024..2022&status=x&agency=none|year,year,status,agency",
                "reports?year=2023,|",
                "reports?year=,&district=,|year,district",
                "cycles/2023/obligations?state=X&category=none&bar=1|state,category,bar",
                "cycles/2023/completeness?groupBy=year&district=none&kind=X&foo=1|groupBy,district,kind,foo",
                "cycles/2023/completeness?asOf=x&kind=X|asOf,kind",
                "reports/430212-finance/2023?asOf=x&format=y&foo=1|asOf,format,foo",
                "carry-over?year=2018&status=x&orderBy=difference&foo=1|year,status,orderBy,foo",
                "scoreboard?year=2018&groupBy=figure&kind=X&foo=1|year,groupBy,kind,foo",
                "events?limit=0&after=x&foo=1|limit,after,foo",
                "rules?year=1999&foo=1|year,foo",
                "rules?year=2021&year=2022|year",
                "reports/430212-finance/2023/revisions/1/changes?since=x&foo=1|since,foo",
                "statistics?foo=1&figure=none&groupBy=none&year=1&level=x&boundaries=x&format=x&labels=x&bom=x&district=none&limit=1&limit=2|"
                        + "foo,figure,groupBy,year,level,boundaries,format,labels,bom,district,limit",
                "statistics?figure=requests.newlyReceived&asOf=a&asOf=b&basis=c&basis=d|asOf,basis",
                "statistics?figure=requests.newlyReceived&format=csv&format=json|format",
                "consolidated-reports/2022?district=350128&district=430212|district",
                "consolidated-reports/2022?district=none&format=x&foo=1&basis=x&asOf=x|district,format,foo,basis,asOf"
            })
    void listsAllFaultsInOneAnswer(String query, String names) {
        if (names == null) {
            get(query).statusCode(200);
            return;
        }
        get(query)
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-parameter"))
                .body("parameters.name", containsInAnyOrder(names.split(",")));
    }

    /** A query that is answered from the cache is not answered with a fault beside it. */
    @Test
    void neverAnswersAQueryWithAFault() {
        String query = "statistics?figure=requests.newlyReceived&year=2023";
        for (int time = 0; time < 3; time++) {
            get(query).statusCode(200);
            get(query + "&foo=1").statusCode(400).body("parameters.name", contains("foo"));
            get(query + "&limit=1&limit=1").statusCode(400).body("parameters.name", contains("limit"));
        }
    }

    @Test
    void refusesABatchWithUnknownOrRepeatedModes() {
        for (String query : List.of("mode=atomic&mode=partial", "mode=x", "modus=atomic")) {
            RestAssured.given()
                    .contentType("application/x-ndjson")
                    .body("{}".getBytes(StandardCharsets.US_ASCII))
                    .post("/api/v1/reports?" + query)
                    .then()
                    .statusCode(400);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "year=2023|430212-finance 2023",
                "year=2022..2024|350128-police 2024,430212-finance 2023",
                "year=2023,2024|350128-police 2024,430212-finance 2023",
                "year=2023&year=2024|350128-police 2024,430212-finance 2023",
                "year=2023&year=2023..2023|430212-finance 2023",
                "year=2021|",
                "district=430212|430212-finance 2023",
                "district=430212,350128|350128-police 2024,430212-finance 2023",
                "district=430212&district=350128|350128-police 2024,430212-finance 2023",
                "district=430000|430212-finance 2023",
                "category=finance,public-security|350128-police 2024,430212-finance 2023",
                "category=public-security|350128-police 2024",
                "agency=430212-finance,350128-police|350128-police 2024,430212-finance 2023",
                "agency=430212-finance&year=2024|",
                "district=430212,350128&category=public-security&year=2019..2030|350128-police 2024"
            })
    void filtersReportsBySeveralValues(String query, String expected) {
        List<Map<String, Object>> items =
                get("reports?" + query).statusCode(200).extract().path("items");

        assertThat(items.stream()
                        .map(item -> agency(item) + " " + item.get("year"))
                        .toList())
                .isEqualTo(expected == null ? List.of() : List.of(expected.split(",")));
    }

    private static Object agency(Map<String, Object> item) {
        return item.get("agency") instanceof Map<?, ?> named ? named.get("code") : item.get("agency");
    }

    @Test
    void filtersAgenciesAndRostersBySeveralValues() {
        int first = total("agencies?district=350128");
        int second = total("agencies?district=430212");

        assertThat(total("agencies?district=350128,430212")).isEqualTo(first + second);
        assertThat(total("agencies?district=350128&district=430212")).isEqualTo(first + second);
        assertThat(total("agencies?category=finance,public-security"))
                .isEqualTo(total("agencies?category=finance") + total("agencies?category=public-security"));
        get("agencies?format=csv&district=350128,430212").statusCode(200);

        put("cycles/2023", Map.of()).statusCode(201);
        assertThat(total("cycles/2023/obligations?district=350128,430212&category=finance&category=public-security"))
                .isEqualTo(total("cycles/2023/obligations?district=350128&category=finance,public-security")
                        + total("cycles/2023/obligations?district=430212&category=finance,public-security"));
        assertThat(expected("district=350128&district=430212"))
                .isEqualTo(expected("district=350128") + expected("district=430212"))
                .isEqualTo(expected("district=350128,430212"));
        assertThat(expected("category=finance,public-security"))
                .isEqualTo(expected("category=finance") + expected("category=public-security"));
    }

    private static int total(String list) {
        return get(list).statusCode(200).extract().path("total");
    }

    private static int expected(String filter) {
        return get("cycles/2023/completeness?" + filter)
                .statusCode(200)
                .extract()
                .path("rows[0].expected");
    }

    @Test
    void namesTheKnownCodesForAnUnknownOne() {
        get("agencies?district=none").body("parameters[0].known", hasItem("430212"));
    }
}
