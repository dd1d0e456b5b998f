package org.gongkai.http.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.gongkai.testing.Until;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RepeatedRequestsTest extends ServiceTest {

    private static final RealReport REPORT = ReportFiles.of("430212-finance", 2023);

    private static final String ADDRESS = "/api/v1/reports/430212-finance/2023";

    /** The headers that belong to each answer and not to the request. */
    private static final List<String> HEADERS = List.of("Content-Type", "Content-Language", "ETag", "Vary");

    /** The subject of the token of the office. */
    private static final String SUBJECT = "oversight";

    /** The rights of that token: its groups and agencies; it is not limited to districts or years. */
    private static final String RIGHTS = "[oversight] []   ";

    private final String key = "\"" + UUID.randomUUID() + "\"";

    @Inject
    IdempotencyKeys keys;

    @BeforeEach
    void register() throws SQLException {
        registerAll();
        execute("delete from idempotency_key");
    }

    @Test
    void answersARepetitionByTheFirstAnswer() {
        Response first = submit(key, REPORT);
        Response second = submit(key, REPORT);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        assertThat(second.statusCode()).as("not 200, as for the same content").isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(HEADERS)
                .allSatisfy(header ->
                        assertThat(second.header(header)).as(header).isNotNull().isEqualTo(first.header(header)));
        get("reports/430212-finance/2023/revisions").body("total", equalTo(1));
    }

    @Test
    void answersAgainAfterTheStateHasChanged() {
        Response first = submit(key, REPORT);
        if (first.path("status").equals("SUBMITTED")) {
            decide(REPORT, 1, "ACCEPT").statusCode(200);
        }
        decide(REPORT, 1, "WITHDRAW").statusCode(200);

        Response second = submit(key, REPORT);

        assertThat(second.asString()).isEqualTo(first.asString());
        get("reports/430212-finance/2023/revisions").body("total", equalTo(1));
    }

    @Test
    void answersARefusalAgain_andTakesTheCorrectedReportByAnotherKey() {
        String broken = "{\"overview\": \"\"}";
        Response first = write(key).body(broken).put(ADDRESS);
        Response second = write(key).body(broken).put(ADDRESS);

        assertThat(first.statusCode()).isEqualTo(422);
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.contentType()).isEqualTo("application/problem+json");
        assertThat(second.<String>path("requestId")).isEqualTo(first.path("requestId"));
        submit(key, REPORT)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"))
                .body("detail", containsString("body"));
        assertThat(submit("\"other\"", REPORT).statusCode()).isEqualTo(201);
    }

    @Test
    void refusesTheKeyOfAnotherMethodOrAddress() {
        submit(key, REPORT);

        write(key)
                .body(REPORT.content().toString())
                .put("/api/v1/reports/430212-finance/2022")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/idempotency-key-reused"))
                .body("detail", containsString("address"));
        write(key).delete(ADDRESS + "/revisions/1").then().statusCode(422);
        get("reports/430212-finance/2022/revisions").statusCode(404);
    }

    @Test
    void givesEachSubjectItsOwnKeys() {
        submit(key, REPORT);

        write(key)
                .body("{\"name\": \"其他\"}")
                .put("/api/v1/categories/other")
                .then()
                .statusCode(201);
    }

    @Test
    void doesNotAnswerATokenOfTheSameSubject_thatHasFewerRights() {
        submit("\"other\"", REPORT);
        List<?> decisions =
                List.of(Map.of("agency", "430212-finance", "year", 2023, "revision", 9, "decision", "ACCEPT"));
        String limited = TestIssuer.sign(
                TestIssuer.claims(Set.of("oversight"), List.of()).claim("districts", List.of("350128")));
        write(key).body(decisions).post("/api/v1/decisions").then().body("status", contains(404));

        write(key)
                .header("Authorization", "Bearer " + limited)
                .body(decisions)
                .post("/api/v1/decisions")
                .then()
                .header("Idempotent-Replayed", nullValue())
                .body("status", contains(403));
        write(key)
                .body(decisions)
                .post("/api/v1/decisions")
                .then()
                .header("Idempotent-Replayed", "true")
                .body("status", contains(404));
    }

    @Test
    void ignoresTheKeyOfRequestsThatOnlyRead() {
        for (int i = 0; i < 2; i++) {
            RestAssured.given()
                    .header("Idempotency-Key", "no key, but who cares;")
                    .get("/api/v1/categories")
                    .then()
                    .statusCode(200)
                    .header("Idempotent-Replayed", nullValue());
        }
    }

    @Test
    void repeatsDeletionsToo() {
        put("cycles/2023", Map.of()).statusCode(201);

        Response first = write(key).delete("/api/v1/cycles/2023");
        Response second = write(key).delete("/api/v1/cycles/2023");

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(second.statusCode()).as("not 404").isEqualTo(204);
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"open", "\"a\", \"b\"", "a b", "\"a\";b=1", "\"a\\b\"", "''", "\"tab\t\""})
    void refusesWhatIsNoKey(String malformed) {
        write(malformed)
                .body(REPORT.content().toString())
                .put(ADDRESS)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-header"))
                .body("detail", containsString("Idempotency-Key"));
        get("reports/430212-finance/2023/revisions").statusCode(404);
    }

    @Test
    void refusesKeysThatAreTooLong() {
        assertThat(submit("\"" + "k".repeat(256) + "\"", REPORT).statusCode()).isEqualTo(400);
        assertThat(submit("\"" + "k".repeat(255) + "\"", REPORT).statusCode()).isEqualTo(201);
    }

    @Test
    void takesAKeyWithoutQuotesAsTheSame() {
        Response first = submit(key, REPORT);

        assertThat(submit(key.replace("\"", ""), REPORT).asString()).isEqualTo(first.asString());
    }

    @Test
    void refusesARepetitionWhileTheFirstIsUnderWay() throws Exception {
        CompletableFuture<Response> first;
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select from agency where code = '430212-finance' for update");
            first = CompletableFuture.supplyAsync(() -> submit(key, REPORT));
            Until.is(() -> count("select count(*) from idempotency_key where status is null") == 1);

            submit(key, REPORT)
                    .then()
                    .statusCode(409)
                    .header("Retry-After", "5")
                    .body("type", equalTo("/problems/request-under-way"));
            connection.rollback();
        }

        assertThat(first.get().statusCode()).isEqualTo(201);
        assertThat(submit(key, REPORT).asString()).isEqualTo(first.get().asString());
    }

    @Test
    void letsOneOfManyRepetitionsAtTheSameTimeThrough() {
        List<CompletableFuture<Response>> all = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> submit(key, REPORT)))
                .limit(8)
                .toList();

        List<Integer> statuses =
                all.stream().map(answer -> answer.join().statusCode()).toList();
        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        assertThat(all.stream()
                        .filter(answer -> answer.join().statusCode() == 201)
                        .filter(answer -> answer.join().header("Idempotent-Replayed") == null))
                .hasSize(1);
        get("reports/430212-finance/2023/revisions").body("total", equalTo(1));
    }

    @Test
    void forgetsARequestThatFailed() throws SQLException {
        execute("alter table revision add constraint revision_fails check (false) not valid");
        try {
            assertThat(submit(key, REPORT).statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            execute("alter table revision drop constraint revision_fails");
        }

        assertThat(submit(key, REPORT).statusCode()).isEqualTo(201);
    }

    @Test
    void processesTheRequestOfAProcessThatHasEnded() throws SQLException {
        submit(key, REPORT);
        execute("update idempotency_key set status = null, answer = null, expires_at = now() - interval '1 second'");

        assertThat(submit(key, REPORT).statusCode())
                .as("the same content is stored already")
                .isEqualTo(200);
    }

    @Test
    void keepsAnswersForADay_andRemovesExpiredOnes() throws SQLException {
        submit(key, REPORT);
        assertThat(count("select count(*) from idempotency_key where expires_at"
                        + " between now() + interval '23 hours' and now() + interval '25 hours'"))
                .isOne();
        execute(
                "insert into idempotency_key (owner, id, request, expires_at)"
                        + " select 'o', convert_to(n::text, 'UTF8'), 'r', now() - interval '1 day' from generate_series(1, 50) n");
        execute("update idempotency_key set expires_at = now() - interval '1 second'");

        assertThat(submit(key, REPORT).statusCode()).as("it counts as new").isEqualTo(200);

        assertThat(count("select count(*) from idempotency_key")).isBetween(31L, 32L);
    }

    @Test
    void storesNeitherKeysNorAnswersInClear() throws SQLException {
        submit(key, REPORT);

        assertThat(count("select count(*) from idempotency_key where position(convert_to('" + key.replace("\"", "")
                        + "', 'UTF8') in owner || id || answer) > 0 or position('430212'::bytea in answer) > 0"))
                .isZero();
    }

    @Test
    void saysThatALargeAnswerWasNotKept() throws SQLException {
        submit(key, REPORT);
        execute("update idempotency_key set answer = null");

        submit(key, REPORT).then().statusCode(409).body("type", equalTo("/problems/answer-not-kept"));
        get("reports/430212-finance/2023/revisions").body("total", equalTo(1));
    }

    @Test
    void processesABatchAgain() throws Exception {
        List<RealReport> reports = ReportFiles.balanced().limit(3).toList();

        Response first = batch(reports);
        Until.is(() -> count("select count(*) from idempotency_key where body is not null and status = 200") == 1);
        Response second = batch(reports);

        assertThat(first.asString().lines()).hasSize(3).allMatch(line -> line.contains("\"status\":201"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString().lines()).hasSize(3).allMatch(line -> line.contains("\"status\":200"));
        get("reports").body("total", equalTo(3));
    }

    @Test
    void reportsAnotherBatchWithTheSameKey() throws Exception {
        List<RealReport> reports = ReportFiles.balanced().limit(3).toList();
        batch(reports);
        Until.is(() -> count("select count(*) from idempotency_key where status = 200") == 1);

        List<String> lines = batch(reports.subList(0, 2)).asString().lines().toList();

        assertThat(lines.get(lines.size() - 1)).contains("/problems/idempotency-key-reused");
        Until.is(() -> count("select count(*) from idempotency_key where status = 200") == 1);
        assertThat(batch(reports).asString().lines())
                .as("the key still belongs to the first batch")
                .hasSize(3)
                .allMatch(line -> line.contains("\"status\":200"));
    }

    @Test
    void storesNothingOfAnotherAtomicBatch() throws Exception {
        List<RealReport> reports = ReportFiles.balanced().limit(4).toList();
        batch(reports.subList(0, 2), "?mode=atomic").then().statusCode(200);
        Until.is(() -> count("select count(*) from idempotency_key where status = 200") == 1);

        batch(reports, "?mode=atomic").then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));

        get("reports").body("total", equalTo(2));
    }

    @Test
    void refusesABatchWhileTheFirstIsUnderWay() {
        IdempotencyKey claimed = new IdempotencyKey(SUBJECT, RIGHTS, key.replace("\"", ""));
        keys.claim(claimed, Fingerprint.ofHead("POST", "/api/v1/reports"), null);

        batch(ReportFiles.balanced().limit(1).toList())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/request-under-way"));
    }

    private Response batch(List<RealReport> reports) {
        return batch(reports, "");
    }

    private Response batch(List<RealReport> reports, String query) {
        String lines = String.join(
                "\n",
                reports.stream()
                        .map(report -> "{\"agency\":\"" + report.agency() + "\",\"year\":" + report.year()
                                + ",\"report\":" + report.content() + "}")
                        .toList());
        return RestAssured.given()
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports" + query);
    }

    private Response submit(String idempotencyKey, RealReport report) {
        return write(idempotencyKey).body(report.content().toString()).put(ADDRESS);
    }

    private static RequestSpecification write(String idempotencyKey) {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .header("Idempotency-Key", idempotencyKey)
                .contentType("application/json");
    }
}
