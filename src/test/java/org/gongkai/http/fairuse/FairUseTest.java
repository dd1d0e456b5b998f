package org.gongkai.http.fairuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.Test;

/** The share of each client. The settings of the profile give a client 300 requests at once, and 20 a second. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class FairUseTest extends ServiceTest {

    private static final int BURST = 300;

    @Test
    void refusesTheRequestsOfABusyClientOnly() {
        registerAll();
        String busy = TestIssuer.submitter("430212-finance");
        Map<Integer, Integer> statuses = new TreeMap<>();
        Response refused = null;
        for (int request = 0; refused == null && request < 20 * BURST; request++) {
            Response answer = ask(busy);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            refused = answer.statusCode() == 429 ? answer : null;
        }

        assertThat(statuses.keySet()).containsExactly(200, 429);
        assertThat(statuses.get(200)).isGreaterThanOrEqualTo(BURST);
        assertThat(refused.path("type").toString()).isEqualTo("/problems/too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"requests\";q=300;w=15");
        assertThat(refused.header("RateLimit")).startsWith("\"requests\";r=0;t=");
        Response other = ask(TestIssuer.sign(
                TestIssuer.claims(Set.of("submitter"), List.of("350128-police")).subject("other")));
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.header("RateLimit")).startsWith("\"requests\";r=299;t=");
    }

    /** The operation is open to all, so the token is not needed. */
    @Test
    void ignoresAnInvalidToken() {
        registerAll();

        assertThat(ask("no token").statusCode()).isEqualTo(200);
        assertThat(ask(TestIssuer.submitter("350128-police") + "A").statusCode())
                .isEqualTo(200);
    }

    @Test
    void publishesTheLimits() {
        RestAssured.given()
                .noFilters()
                .get("/api/v1/limits")
                .then()
                .statusCode(200)
                .body("fairUse", equalTo(true))
                .body("requests.burst", equalTo(BURST))
                .body("requests.perSecond", equalTo(20))
                .body("bodies.report", equalTo(2 << 20))
                .body("bodies.inMemory", equalTo(4 << 20));
    }

    private static Response ask(String token) {
        return RestAssured.given().header("Authorization", "Bearer " + token).get("/api/v1/districts/350128");
    }
}
