package org.gongkai.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The headers that restrict browsers. */
@QuarkusTest
class SecurityHeadersTest extends ServiceTest {

    @ParameterizedTest
    @CsvSource({
        "/, default-src 'none'",
        "/api/v1/agencies, default-src 'none'",
        "/api/v1/agencies?format=csv, default-src 'none'",
        "/api/v1/nothing, default-src 'none'",
        "/problems, style-src 'unsafe-inline'",
        "/problems/malformed-csv, default-src 'none'",
        "/q/swagger-ui/, default-src 'self'"
    })
    void forbidsFramingSniffingAndScripts(String path, String policy) {
        RestAssured.given()
                .redirects()
                .follow(false)
                .get(path)
                .then()
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("X-Frame-Options", equalTo("DENY"))
                .header("Content-Security-Policy", containsString(policy))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @Test
    void refusesCallsFromPagesOfOtherSites() {
        RestAssured.given()
                .header("Origin", "https://another.example")
                .get("/api/v1/agencies")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        RestAssured.given()
                .header("Origin", "https://another.example")
                .header("Access-Control-Request-Method", "PUT")
                .options("/api/v1/categories/finance")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }
}
