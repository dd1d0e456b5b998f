package org.gongkai.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that every request has an ID, which is part of every answer. */
@QuarkusTest
class RequestIdTest extends ServiceTest {

    private static final String HEADER = "X-Request-Id";
    private static final String GENERATED = "[0-9a-f]{32}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "Root=1-67891233-abcdef012345678912345678",
                "0190f3a2-7e1c-7b52-9d3f-0c8a5b6d7e9f",
                "zh:shi/zhang.liu+wu_qi"
            })
    void keepsAnAcceptableId(String id) {
        refused(id, "/api/v1/reports/nobody/2024")
                .statusCode(404)
                .header(HEADER, equalTo(id))
                .body("requestId", equalTo(id));
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                "a b",
                "a\tb",
                "{\"level\":\"ERROR\"}",
                "<script>",
                "${jndi:ldap://a/b}",
                "%n%n",
                "é",
                "a,b",
                "x".repeat(129),
                "x".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void replacesAHarmfulId(String id) {
        refused(id, "/api/v1/reports/nobody/2024")
                .statusCode(404)
                .header(HEADER, matchesPattern(GENERATED))
                .body("requestId", matchesPattern(GENERATED));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/nothing, 404",
        "GET, /api/v1/statistics?figure=x, 400",
        "DELETE, /api/v1/agencies, 405",
        "PUT, /api/v1/categories/finance, 415",
        "GET, /nothing, 404"
    })
    void isInEveryProblem(String method, String path, int status) {
        String id = "of-" + status;

        given(id)
                .request(method, path)
                .then()
                .statusCode(status)
                .header(HEADER, equalTo(id))
                .body("requestId", equalTo(id));
    }

    @Test
    void isInProblemsOfUnauthorizedCallers() {
        RestAssured.replaceFiltersWith(List.of());
        String path = "/api/v1/cycles/2023/completeness";

        given("nobody").get(path).then().statusCode(401).body("requestId", equalTo("nobody"));
        given("forged")
                .header("Authorization", "Bearer x.y.z")
                .get(path)
                .then()
                .statusCode(401)
                .body("requestId", equalTo("forged"));
        given("other")
                .header("Authorization", "Bearer " + TestIssuer.submitter("350128-police"))
                .get(path)
                .then()
                .statusCode(403)
                .body("requestId", equalTo("other"));
    }

    @Test
    void isInProblemsOfABatch() {
        String lines = given("batch-1")
                .header("Content-Type", "application/x-ndjson")
                .body("{\"agency\": \"nobody\"}\n[]".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports")
                .then()
                .statusCode(200)
                .header(HEADER, equalTo("batch-1"))
                .extract()
                .asString();

        assertThat(lines.lines()).hasSize(2).allSatisfy(line -> assertThat(
                        ReportFiles.JSON.readTree(line).at("/problem/requestId").asText())
                .isEqualTo("batch-1"));
    }

    /** Cached answers are shared between requests, but each has the ID of its own request. */
    @Test
    void isTheIdOfTheRequestWhenTheAnswerIsCached() {
        RestAssured.replaceFiltersWith(List.of());
        String query = "/api/v1/statistics?figure=requests.newlyReceived&year=2024";

        assertThat(List.of("first", "second", "third"))
                .allSatisfy(id -> given(id).get(query).then().statusCode(200).header(HEADER, equalTo(id)));
        assertThat(Stream.generate(() -> RestAssured.get(query).header(HEADER)).limit(3))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches(GENERATED));
    }

    @Test
    void isInAnswersOfHealthAndMetrics() {
        assertThat(Stream.of("/q/health/live", "/q/metrics", "/problems"))
                .allSatisfy(path -> given("seen").get(path).then().header(HEADER, is("seen")));
    }

    private static RequestSpecification given(String id) {
        return RestAssured.given().header(HEADER, id);
    }

    private static ValidatableResponse refused(String id, String path) {
        return given(id).get(path).then();
    }
}
