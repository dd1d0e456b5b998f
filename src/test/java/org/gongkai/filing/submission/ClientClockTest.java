package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the clock of the service counts; the clocks of clients and of token issuers may be wrong. */
@QuarkusTest
class ClientClockTest extends ServiceTest {

    private static final ReportFiles.RealReport REPORT = ReportFiles.of("350128-police", 2024);

    @BeforeEach
    void register() {
        registerAll();
        RestAssured.replaceFiltersWith(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 31 Dec 2100 23:59:59 GMT", "yesterday"})
    void receiptsHaveTheTimeOfTheService(String date) {
        Instant before = Instant.now().minusMillis(1);

        String submittedAt = RestAssured.given()
                .header("Authorization", "Bearer " + token(Duration.ZERO))
                .header("Date", date)
                .header("If-Modified-Since", date)
                .header("If-Unmodified-Since", date)
                .contentType(ContentType.JSON)
                .body(REPORT.content().toString())
                .put("/api/v1/reports/{agency}/{year}", REPORT.agency(), REPORT.year())
                .then()
                .statusCode(201)
                .extract()
                .path("submittedAt");

        assertThat(Instant.parse(submittedAt)).isBetween(before, Instant.now());
    }

    @Test
    void aTokenThatHasExpiredByTheClockOfTheServiceIsRefused() {
        RestAssured.given()
                .header("Authorization", "Bearer " + token(Duration.ofDays(-1)))
                .contentType(ContentType.JSON)
                .body(REPORT.content().toString())
                .put("/api/v1/reports/{agency}/{year}", REPORT.agency(), REPORT.year())
                .then()
                .statusCode(401)
                .body("type", equalTo("/problems/unauthenticated"));
    }

    /** Returns a token from an issuer whose clock has an offset. */
    private static String token(Duration offset) {
        JwtClaimsBuilder claims = TestIssuer.claims(Set.of("submitter"), List.of(REPORT.agency()));
        Instant now = Instant.now().plus(offset);
        return TestIssuer.sign(claims.issuedAt(now).expiresAt(now.plusSeconds(600)));
    }
}
