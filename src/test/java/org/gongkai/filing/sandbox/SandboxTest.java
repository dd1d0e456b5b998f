package org.gongkai.filing.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SandboxTest extends ServiceTest {

    private static final String AGENCY = "350128-police";
    private static final String REPORT = "reports/350128-police/2024";
    private static final String LICENCES = "/proactiveDisclosure/licensingDecisions";

    /** The answers to tests, without what differs from request to request. */
    private final Map<String, Map<String, Object>> answers = new HashMap<>();

    private final Sandbox vendor = Sandbox.of("软件公司", AGENCY, "350128-market");

    @Inject
    SandboxRemoval removal;

    @BeforeEach
    void register() {
        registerAll();
    }

    private static Drafts draft() {
        return Drafts.of(AGENCY, 2024);
    }

    /** A real report and a test with the same history get the same answers, apart from the mark of the sandbox. */
    @Test
    void answersLikeTheServiceItself() {
        String other = draft().with(LICENCES, 4321).json();
        String broken = draft().with("/requests/newlyReceived/total", 4321).json();

        for (boolean isTest : new boolean[] {true, false}) {
            assertSame(isTest, "", draft().json(), 201);
            assertSame(isTest, "", draft().json(), 200);
            assertSame(isTest, "", broken, 422);
            assertSame(isTest, "", "{\"overview\": 1}", 422);
            assertSame(isTest, "", "no JSON", 400);
            assertSame(isTest, "", other, 422);
            assertSame(isTest, "?changeReason=" + Sandbox.REASON, other, 201);
            assertSame(isTest, "?nil=true&changeReason=" + Sandbox.REASON, other, 422);
        }
    }

    private void assertSame(boolean isTest, String query, String body, int status) {
        String key = query + body + status;
        ValidatableResponse answer = isTest ? vendor.put(REPORT + query, body) : put(REPORT + query, body);
        Map<String, Object> members = answer.statusCode(status).extract().path("");
        Set.of("submittedAt", "signature", "requestId", "decision").forEach(members::remove);
        if (isTest) {
            answers.put(key, members);
            assertThat(members.remove("sandbox")).isEqualTo(status < 300 ? true : null);
        } else {
            assertThat(members).as(key).isEqualTo(answers.get(key));
        }
    }

    @Test
    void refusesALostUpdate() {
        String tag = vendor.submit(ReportFiles.of(AGENCY, 2024))
                .statusCode(201)
                .extract()
                .header("ETag");
        assertThat(vendor.get(REPORT + "/revisions/latest")
                        .statusCode(200)
                        .body("sandbox", equalTo(true))
                        .body("report.overview", notNullValue())
                        .extract()
                        .header("ETag"))
                .isEqualTo(tag);
        String changed = draft().with(LICENCES, 4321).json();
        vendor.correct(REPORT, changed).statusCode(201).body("revision", equalTo(2));

        vendor.request()
                .header("If-Match", tag)
                .queryParam("changeReason", Sandbox.REASON)
                .body(draft().json())
                .put("/api/v1/" + REPORT)
                .then()
                .statusCode(412);
        vendor.request()
                .header("If-None-Match", "*")
                .body(draft().json())
                .put("/api/v1/" + REPORT)
                .then()
                .statusCode(412);
    }

    @Test
    void explainsAndWithdrawsLikeReports() {
        String waits = draft().with("/overview", "无").json();
        vendor.put(REPORT, waits)
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body("findings.rule", hasItem("TEXT-MISSING"));
        vendor.delete(REPORT + "/revisions/1").statusCode(200).body("status", equalTo("WITHDRAWN"));
        vendor.delete(REPORT + "/revisions/1").statusCode(409);
        vendor.delete(REPORT + "/revisions/7").statusCode(404);

        vendor.put(REPORT, waits).statusCode(201).body("revision", equalTo(2));
        explainAll(vendor, REPORT).body("status", equalTo("ACCEPTED")).body("sandbox", equalTo(true));
        vendor.delete(REPORT + "/revisions/2").statusCode(409);
        vendor.get(REPORT + "/revisions/latest").body("findings.state", hasItem("EXPLAINED"));
    }

    static ValidatableResponse explainAll(Sandbox vendor, String report) {
        List<Map<String, Object>> findings =
                vendor.get(report + "/revisions/latest").extract().path("findings");
        return vendor.post(
                        report + "/explanations",
                        findings.stream()
                                .filter(finding -> "OPEN".equals(finding.get("state")))
                                .map(finding -> Map.of(
                                        "rule", finding.get("rule"),
                                        "pointer", finding.get("pointer"),
                                        "reason", "本年无相关情况，已核对"))
                                .toList())
                .statusCode(200);
    }

    @Test
    void storesBatchesInBothModes() {
        String good = item(AGENCY, 2024, draft().json());
        String bad = item("350128-market", 2024, "{}");
        String other = item("430212-finance", 2023, draft().json());

        assertThat(statuses(vendor, "partial", good, bad, other)).containsExactly(201, 422, 403);
        assertThat(statuses(vendor, "atomic", good, bad)).containsExactly(424, 422);
        assertThat(statuses(vendor, "atomic", good, item(AGENCY, 2023, draft().json())))
                .containsExactly(200, 201);
        assertThat(statuses(vendor, "partial&dryRun=true", good)).containsExactly(200);
        vendor.get("sandbox/submissions").body("items.year", contains(2023, 2024));
        get("reports").body("total", equalTo(0));
    }

    static String item(String agency, int year, String report) {
        return "{\"agency\": \"%s\", \"year\": %d, \"report\": %s}".formatted(agency, year, report);
    }

    static List<Integer> statuses(Sandbox vendor, String mode, String... items) {
        return vendor.post("reports?mode=" + mode, "[" + String.join(",", items) + "]")
                .extract()
                .asString()
                .lines()
                .map(line -> new JsonPath(line).getInt("status"))
                .toList();
    }

    /** A test is compared with the tests of other years and, where there are none, with what is in force. */
    @Test
    void startsFromTestsOrFromReportsInForce() {
        String before = "reports/350128-police/2023";
        putInForce(new ReportFiles.RealReport(AGENCY, 2023, tree(draft().withOneCarriedForward())));

        assertThat(carriedOver(vendor)).isEqualTo(carriedOver(null)).isEqualTo(1);
        vendor.put(before, draft().json()).statusCode(201).body("status", equalTo("ACCEPTED"));

        assertThat(carriedOver(vendor)).isZero();
        assertThat(carriedOver(null)).isEqualTo(1);
    }

    private static JsonNode tree(Drafts drafts) {
        try {
            return ReportFiles.JSON.readTree(drafts.json());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int carriedOver(Sandbox vendor) {
        String path = REPORT + "/template";
        return (vendor == null ? get(path) : vendor.get(path))
                .statusCode(200)
                .extract()
                .path("requests.carriedOver.total");
    }

    @Test
    void keepsHoldersApart() {
        Sandbox other = Sandbox.of("另一公司", AGENCY);
        vendor.submit(ReportFiles.of(AGENCY, 2024)).statusCode(201);

        other.get(REPORT + "/revisions/latest").statusCode(404);
        other.put(REPORT, draft().with(LICENCES, 17).json()).statusCode(201).body("revision", equalTo(1));
        other.get("sandbox/submissions?holder=软件公司").body("items", empty());
        other.get("sandbox/submissions").body("items.holder", contains("另一公司"));
        other.delete("sandbox/submissions").statusCode(200).body("reports", equalTo(1));
        vendor.get("sandbox/submissions")
                .body("total", equalTo(1))
                .body("items[0].agency", equalTo(AGENCY))
                .body("items[0].status", equalTo("ACCEPTED"))
                .body("items[0].removedAt", notNullValue());
        get("sandbox/submissions").body("items.holder", contains("软件公司"));
        get("sandbox/submissions?agency=430212-finance").body("items", empty());
        delete("sandbox/submissions?holder=软件公司&year=2023").body("reports", equalTo(0));
        delete("sandbox/submissions?holder=软件公司").body("reports", equalTo(1));
        vendor.get(REPORT + "/revisions/latest").statusCode(404);
    }

    @Test
    void letsNobodyTakeAReceiptForAReal() throws Exception {
        ValidatableResponse receipt = vendor.submit(ReportFiles.of(AGENCY, 2024))
                .statusCode(201)
                .body("sandbox", equalTo(true))
                .body("signature", matchesPattern("[\\w-]+\\.[\\w-]+\\.[\\w-]{86}"));
        String[] parts = receipt.extract().<String>path("signature").split("\\.");
        Map<?, ?> header = ReportFiles.JSON.readValue(Base64.getUrlDecoder().decode(parts[0]), Map.class);
        Map<?, ?> payload = ReportFiles.JSON.readValue(Base64.getUrlDecoder().decode(parts[1]), Map.class);

        assertThat(payload.get("sandbox")).isEqualTo(true);
        assertThat(get("receipt-keys").extract().<List<String>>path("keys.kid"))
                .doesNotContain((String) header.get("kid"));
        submit(ReportFiles.of(AGENCY, 2024)).body("sandbox", nullValue());
    }

    @Test
    void removesTestsByAge() {
        vendor.submit(ReportFiles.of(AGENCY, 2024)).statusCode(201);
        vendor.put(REPORT, "{}").statusCode(422);
        assertThat(removal.remove()).isZero();

        Instant now = Instant.now();
        TestClock.stopAt(now.plus(Duration.ofDays(29)).toString());
        assertThat(removal.remove()).isZero();
        TestClock.stopAt(now.plus(Duration.ofDays(31)).toString());
        assertThat(removal.remove()).isOne();

        get("sandbox/submissions").body("total", equalTo(0));
        get("sandbox/certification?holder=软件公司").body("done", equalTo(0));
    }

    @Test
    void refusesWhatDoesNotFit() throws SQLException {
        vendor.submit(ReportFiles.of(AGENCY, 2024)).statusCode(201);
        vendor.put("reports/350128-market/2024", draft().json()).statusCode(201);
        execute("update sandbox_revision set bytes = 33554432 where agency = '350128-market'");

        vendor.correct(REPORT, draft().with(LICENCES, 17).json())
                .statusCode(409)
                .body("type", equalTo("/problems/sandbox-full"))
                .body("detail", containsString("33554432"));
        assertThat(count("select count(*) from sandbox_revision")).isEqualTo(2);
        Sandbox.of("另一公司", AGENCY).submit(ReportFiles.of(AGENCY, 2024)).statusCode(201);
        vendor.delete("sandbox/submissions?agency=350128-market").body("reports", equalTo(1));
        vendor.correct(REPORT, draft().with(LICENCES, 17).json()).statusCode(201);
    }

    @Test
    void countsTestsByThemselves() {
        Metrics before = Metrics.scrape();
        vendor.submit(ReportFiles.of(AGENCY, 2024)).statusCode(201);
        vendor.put(REPORT, "{}").statusCode(422);

        assertThat(Metrics.scrape().since(before, "gongkai_"))
                .containsEntry("gongkai_sandbox_submissions_total{outcome=\"stored\"}", 1.0)
                .containsEntry("gongkai_sandbox_submissions_total{outcome=\"refused\"}", 1.0)
                .doesNotContainKey("gongkai_submissions_total{channel=\"single\",outcome=\"stored\"}")
                .allSatisfy((name, change) -> assertThat(name)
                        .doesNotContain("gongkai_findings", "gongkai_decisions", "gongkai_submissions_total"));
    }

    @Test
    void tellsTheHolderOfATestToken() {
        vendor.get("me")
                .statusCode(200)
                .body("sandbox", equalTo(true))
                .body("agencies", contains("350128-market", AGENCY))
                .body("obligations.items", empty());
        get("me").body("sandbox", nullValue());
        RestAssured.given()
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIssuer.sign(TestIssuer.claims(Set.of("submitter"), List.of(AGENCY))
                                        .claim("sandbox", "true")))
                .get("/api/v1/me")
                .then()
                .statusCode(401)
                .body("detail", containsString("sandbox"));
    }
}
