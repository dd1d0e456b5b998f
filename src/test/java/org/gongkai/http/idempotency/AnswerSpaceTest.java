package org.gongkai.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The limit of all kept answers, which is 1 MB here. The service measures them every minute. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class AnswerSpaceTest extends ServiceTest {

    private static final String FILL = """
            insert into idempotency_key (owner, id, request, status, answer, expires_at)
            values ('o', 'i', 'r', 200, decode(repeat('00', 1048576), 'hex'), '2031-01-01')""";

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void empty() throws SQLException {
        execute("delete from idempotency_key");
    }

    @AfterEach
    void forget() throws SQLException {
        execute("delete from idempotency_key");
    }

    @Test
    void keepsNoFurtherAnswerWhenTheSpaceIsUsedUp_untilEarlierOnesAreGone() throws SQLException {
        execute(FILL);
        TestClock.stopAt("2030-01-01T00:00:00Z");
        double refused = answers("no_space");

        write("a").then().statusCode(201);
        write("a").then().statusCode(409).body("type", equalTo("/problems/answer-not-kept"));
        assertThat(answers("no_space")).isEqualTo(refused + 1);

        execute("delete from idempotency_key where answer is not null");
        TestClock.stopAt("2030-01-01T00:01:00Z");
        double kept = answers("kept");
        write("b").then().statusCode(201);
        write("b").then().statusCode(201).header("Idempotent-Replayed", "true");
        assertThat(answers("kept")).isEqualTo(kept + 1);
    }

    private static Response write(String code) {
        return RestAssured.given()
                .header("Idempotency-Key", "\"" + code + "\"")
                .contentType(ContentType.JSON)
                .body("{\"name\": \"类别 " + code + "\"}")
                .put("/api/v1/categories/space-" + code);
    }

    private double answers(String outcome) {
        return registry.get("gongkai.idempotency.answers")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
