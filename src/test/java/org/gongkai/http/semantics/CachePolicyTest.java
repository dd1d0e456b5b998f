package org.gongkai.http.semantics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers for caches: every answer says who may keep it, and what it depends on. */
@QuarkusTest
class CachePolicyTest extends ServiceTest {

    private static final String REPORT = "reports/430212-finance/2023";

    @Test
    void everyAnswerOfTheContractIsDeliberate() {
        registerAll();
        putInForce(ReportFiles.of("430212-finance", 2023));
        SoftAssertions softly = new SoftAssertions();
        ContractAddresses.all()
                .filter(address -> address.operations().containsKey("GET"))
                .forEach(address -> {
                    for (String token : new String[] {null, TestIssuer.oversight()}) {
                        Response answer = ask(address.path(), token);
                        String cacheControl = answer.header("Cache-Control");
                        String as = address.path() + " " + answer.statusCode();
                        if (answer.statusCode() >= 400) {
                            softly.assertThat(cacheControl).as(as).isEqualTo("no-store");
                        } else if (!"public, no-cache".equals(cacheControl)) {
                            softly.assertThat(cacheControl).as(as).isEqualTo("private, no-cache");
                            softly.assertThat(vary(answer)).as(as).contains("Authorization");
                        } else {
                            softly.assertThat(address.path())
                                    .containsPattern("/(statistics|availability|consolidated-reports/2023)$");
                        }
                        softly.assertThat(vary(answer)).as(as).containsAll(negotiated(address, answer));
                    }
                });
        softly.assertAll();
    }

    /** Returns the headers that change the answer: those of its format, its language and its coding. */
    private static Set<String> negotiated(ContractAddresses.Known address, Response answer) {
        Set<String> names = new TreeSet<>();
        Map<String, Map<String, Map<String, Object>>> responses =
                castResponses(address.operations().get("GET").get("responses"));
        if (answer.statusCode() == 200
                && responses.get("200").getOrDefault("content", Map.of()).size() > 1) {
            names.add("Accept");
        }
        if (answer.header("Content-Language") != null) {
            names.add("Accept-Language");
        }
        if (answer.header("Content-Type").contains("json")) {
            names.add("Accept-Encoding");
        }
        return names;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Map<String, Object>>> castResponses(Object responses) {
        return (Map<String, Map<String, Map<String, Object>>>) responses;
    }

    private static Response ask(String path, String token) {
        String query = path.endsWith("statistics") ? "?figure=requests.newlyReceived" : "";
        return (token == null ? anonymously() : RestAssured.given().auth().oauth2(token)).get(path + query);
    }

    private static List<String> vary(Response answer) {
        assertThat(answer.headers().getValues("Vary")).hasSizeLessThanOrEqualTo(1);
        String vary = answer.header("Vary");
        return vary == null ? List.of() : Arrays.stream(vary.split(", ")).collect(Collectors.toList());
    }

    /** The Link header differs by caller. */
    @Test
    void aReportDependsOnItsCaller() {
        registerAll();
        putInForce(ReportFiles.of("430212-finance", 2023));

        Response report = get(REPORT).extract().response();
        Response unchanged = RestAssured.given()
                .header("If-None-Match", report.header("ETag"))
                .get("/api/v1/" + REPORT);

        assertThat(report.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(report.header("Vary")).isEqualTo("Accept, Accept-Encoding, Authorization");
        assertThat(unchanged.statusCode()).isEqualTo(304);
        assertThat(unchanged.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(unchanged.header("Vary")).isEqualTo(report.header("Vary"));
    }

    @Test
    void answersToChangesAreNotStored() {
        put("categories/finance", Map.of("name", "财政")).statusCode(201).header("Cache-Control", equalTo("no-store"));
        put("categories/finance", Map.of("name", "财政")).statusCode(200).header("Cache-Control", equalTo("no-store"));
        put("categories/finance", Map.of("name", "")).statusCode(422).header("Cache-Control", equalTo("no-store"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /nothing, 404",
        "GET, /problems/nothing, 404",
        "GET, /q/nothing, 404",
        "DELETE, /api/v1/statistics, 405",
        "GET, /api/v1/events, 401",
        "GET, /api/v1/statistics, 400",
        "GET, /api/v1/statistics?figure=nothing, 400",
        "PUT, /api/v1/reports/430212-finance/2023, 401",
        "OPTIONS, /api/v1/nothing, 404"
    })
    void noCacheKeepsAProblem(String method, String path, int status) {
        anonymously()
                .contentType("application/json")
                .request(method, path)
                .then()
                .statusCode(status)
                .header("Cache-Control", equalTo("no-store"));
    }

    private static RequestSpecification anonymously() {
        return RestAssured.given().noFilters();
    }
}
