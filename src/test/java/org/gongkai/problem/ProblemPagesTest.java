package org.gongkai.problem;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class ProblemPagesTest extends ServiceTest {

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void explainsEveryTypeAtItsOwnAddress(ProblemType type) {
        RestAssured.get(type.uri())
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .body(containsString(type.title().zh()))
                .body(containsString(type.title().en()));
    }

    @Test
    void answersWithProblemsAtUnknownAddresses() {
        problem(RestAssured.get("/nothing").then(), 404, "unknown-resource");
        problem(RestAssured.get("/api/v1/nothing").then(), 404, "unknown-resource");
        problem(RestAssured.get("/problems/<script>").then(), 404, "unknown-resource")
                .body(not(containsString("<script>")));
        problem(RestAssured.delete("/api/v1/reports").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
        problem(RestAssured.post("/api/v1/reports/a/2024").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS, PUT"));
        problem(RestAssured.put("/problems/unavailable").then(), 405, "method-not-allowed")
                .header("Allow", equalTo("GET, HEAD, OPTIONS"));
        problem(
                RestAssured.given()
                        .accept("application/pdf")
                        .get("/api/v1/reports")
                        .then(),
                406,
                "not-acceptable");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .header("Content-Type", equalTo("application/problem+json"))
                .body("type", equalTo("/problems/" + slug));
    }
}
