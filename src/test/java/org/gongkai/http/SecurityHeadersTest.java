package org.gongkai.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.Headers;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.testing.RawHttp;
import org.gongkai.testing.RawHttp.Answer;
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
        "/explore, script-src 'self'",
        "/static/icon.svg, default-src 'none'",
        "/nothing, default-src 'none'",
        "/q, default-src 'none'",
        "/q/nothing, default-src 'none'",
        "/q/metrics, default-src 'none'",
        "/q/health, default-src 'none'",
        "/q/health/ready, default-src 'none'",
        "/q/openapi, default-src 'none'",
        "/q/swagger-ui, default-src 'self'",
        "/q/swagger-ui/nothing.js, default-src 'self'",
        "/api/v1/statistics, default-src 'none'",
        "/api/v1/events, default-src 'none'",
        "/api/v1/statistics?figure=requests.newlyReceived&year=2023, default-src 'none'",
        "/api//v1/%2e%2e/x, default-src 'none'",
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
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Content-Security-Policy", containsString(policy))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /api/v1/statistics",
        "OPTIONS, /api/v1/statistics",
        "INVENTED, /nothing",
        "POST, /q/metrics",
        "DELETE, /q/swagger-ui/",
        "HEAD, /q/health"
    })
    void areOnAnswersToAllMethods(String method, String path) {
        Headers headers = RestAssured.given().request(method, path).headers();

        assertThat(headers.getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.getValues("Content-Security-Policy"))
                .singleElement(STRING)
                .contains("frame-ancestors 'none'");
    }

    /** The policy of Swagger UI allows all that its page loads. */
    @Test
    void swaggerUiLoadsOnlyWhatItsPolicyAllows() {
        String page = RestAssured.get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(Pattern.compile("(?:src|href)=[\"']([^\"']+)")
                        .matcher(page)
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).doesNotContain("//"));
        RestAssured.get("/q/swagger-ui/swagger-ui-bundle.js").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "/q/swagger-ui",
        "/q/swagger-ui/",
        "/problems",
        "/problems/",
        "/api/v1/agencies",
        "/q/dev",
        "/q/openapi"
    })
    void noAnswerNamesTheHostOfTheRequest(String path) throws IOException {
        Answer answer = RawHttp.send(
                "GET " + path,
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Proto: https",
                "Forwarded: host=evil.example");
        Answer alone = RawHttp.sendTo("evil.example", "GET " + path);

        for (Answer each : List.of(answer, alone)) {
            assertThat(each.headers().values()).noneMatch(value -> value.contains("evil.example"));
            assertThat(each.text()).doesNotContain("evil.example");
            assertThat(each.headers().getOrDefault("Location", "/"))
                    .startsWith("/")
                    .doesNotStartWith("//");
        }
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
