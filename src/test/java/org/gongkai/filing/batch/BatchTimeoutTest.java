package org.gongkai.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An atomic batch that takes longer than its limit, because another transaction locks the table of revisions. */
@Tag("thorough")
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class BatchTimeoutTest extends ServiceTest {

    @Test
    void storesNothingOfABatchThatTakesTooLong_andReportsIt() throws Exception {
        registerAll();
        TestClock.stopAt("5001-01-01T00:00:00Z");
        CompletableFuture<Response> answer;
        try (Connection other = connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("lock table revision in share mode");
            answer = CompletableFuture.supplyAsync(BatchTimeoutTest::submit);
            Until.is(answer::isDone);
            other.rollback();
        }

        List<String> lines = answer.join()
                .then()
                .statusCode(422)
                .extract()
                .asString()
                .lines()
                .toList();

        assertThat(lines).hasSize(3).allMatch(line -> line.contains("\"status\":424"));
        assertThat(lines).anyMatch(line -> line.contains("longer than 1 s"));
        get("reports").body("total", equalTo(0));
    }

    private static Response submit() {
        String report = ReportFiles.of("350128-police", 2024).content().toString();
        String batch = IntStream.range(3000, 3003)
                .mapToObj(
                        year -> "{\"agency\": \"350128-police\", \"year\": " + year + ", \"report\": " + report + "}\n")
                .collect(Collectors.joining());
        return RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .header("Accept-Language", "en")
                .body(batch.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports?mode=atomic");
    }
}
