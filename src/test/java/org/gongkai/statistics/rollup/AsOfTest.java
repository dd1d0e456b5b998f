package org.gongkai.statistics.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Roll-ups as of an instant in the past never change. */
@QuarkusTest
class AsOfTest extends ServiceTest {

    private static final String QUERY = "statistics?figure=requests.newlyReceived&year=2024&";
    private static final int FINANCE = 2;
    private static final int POLICE = 8;

    @BeforeEach
    void register() {
        put("districts/350100", Map.of("name", "福州市", "level", "city")).statusCode(201);
        put("districts/350128", Map.of("name", "平潭县", "parent", "350100")).statusCode(201);
        put("categories/finance", Map.of("name", "财政")).statusCode(201);
        put("categories/public-security", Map.of("name", "公安")).statusCode(201);
        agency("350128-finance", "finance", Map.of());
        agency("350128-police", "public-security", Map.of());
        put("cycles/2024", "{}").statusCode(201);
    }

    @Test
    void countsRevisionsInForceAtTheInstant() throws Exception {
        String empty = now();
        putInForce(ReportFiles.of("350128-finance", 2024));
        String one = now();
        putInForce(ReportFiles.of("350128-police", 2024));
        String two = now();

        get(QUERY + "asOf=" + empty).body("rows[0].value", nullValue()).body("rows.reports", contains(0));
        get(QUERY + "asOf=" + one).body("rows.value", contains(FINANCE)).body("rows.reports", contains(1));
        get(QUERY + "asOf=" + two)
                .body("rows.value", contains(FINANCE + POLICE))
                .body("asOf", equalTo(two));
        for (String longAgo : List.of("2020-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "0001-01-01T00:00:00Z")) {
            get(QUERY + "asOf=" + longAgo).statusCode(200).body("rows.expected", contains(0));
        }
    }

    @Test
    void usesNamesDistrictsRostersAndSuccessorsOfTheInstant() throws Exception {
        putInForce(ReportFiles.of("350128-finance", 2024));
        putInForce(ReportFiles.of("350128-police", 2024));
        String before = now();
        String query = "groupBy=agency,district,category&boundaries=current&asOf=" + before;
        String expected = body(QUERY + query);

        agency("350128-police", "public-security", Map.of("validTo", "2025-06-30", "successor", "350128-finance"));
        put(
                "agencies/350128-finance",
                Map.of(
                        "name",
                        "财政金融局",
                        "nameSince",
                        "2025-03-01",
                        "district",
                        "350100",
                        "category",
                        "finance",
                        "kind",
                        "DEPARTMENT"));
        put("districts/350128", Map.of("name", "平潭综合实验区", "parent", "350100")).statusCode(200);
        put("categories/finance", Map.of("name", "财政金融")).statusCode(200);
        put("cycles/2024/obligations/350128-police", Map.of("reason", "免", "exempt", true))
                .statusCode(200);

        assertThat(body(QUERY + query)).isEqualTo(expected);
        assertThat(expected).contains("平潭县", "\"350128-finance\"", "\"350128-police\"", "\"财政\"");
        get(QUERY + "groupBy=agency&boundaries=current").body("rows.agency.code", contains("350128-finance"));
        get(QUERY + "groupBy=category&category=finance").body("rows.category.name", contains("财政金融"));
    }

    @Tag("thorough")
    @Test
    void returnsTheSameBytesAfterRandomChanges() throws Exception {
        Random random = new Random(5);
        BalancedReports reports = new BalancedReports(11);
        Map<String, String> answers = new LinkedHashMap<>();
        for (int step = 0; step < 25; step++) {
            change(random, reports);
            String query = QUERY
                    + List.of(
                                    "groupBy=agency",
                                    "groupBy=category,district&boundaries=current",
                                    "basis=submitted&groupBy=agency")
                            .get(step % 3)
                    + "&asOf=" + now();
            answers.put(query, body(query));
        }

        answers.forEach((query, answer) -> assertThat(uncached(query)).as(query).isEqualTo(answer));
    }

    @Test
    void consolidatesAsOfAnInstant() throws Exception {
        putInForce(ReportFiles.of("350128-finance", 2024));
        String query = "consolidated-reports/2024?district=350128&asOf=" + now();
        String expected = body(query);
        String tag = get(query).extract().header("ETag");
        putInForce(ReportFiles.of("350128-police", 2024));
        put("districts/350128", Map.of("name", "平潭综合实验区", "parent", "350100")).statusCode(200);

        assertThat(body(query + "&basis=accepted")).isEqualTo(expected);
        get(query)
                .header("Cache-Control", equalTo("private, no-cache"))
                .header("ETag", equalTo(tag))
                .body("district.name", equalTo("平潭县"))
                .body("contributors.agency.code", contains("350128-finance"))
                .body("missing.agency.code", contains("350128-police"))
                .body("missing.state", contains("MISSING"))
                .body("openWarnings", hasSize(0))
                .body("comparison", hasSize(0));
        get("consolidated-reports/2024?district=350128")
                .body("contributors", hasSize(2))
                .body("openWarnings", hasSize(0));
        get("consolidated-reports/2024?asOf=yesterday").statusCode(400).body("parameters[0].name", equalTo("asOf"));
    }

    @Test
    void consolidatesWaitingRevisionsOnlyForTheOversightOffice() throws Exception {
        submit(new RealReport("350128-finance", 2024, warned(ReportFiles.of("350128-finance", 2024))))
                .body("status", equalTo("SUBMITTED"));

        get("consolidated-reports/2024?basis=submitted").body("contributors.agency.code", contains("350128-finance"));
        get("consolidated-reports/2024").body("contributors", hasSize(0));
        get(QUERY + "basis=submitted").body("rows.reports", contains(1));
        get(QUERY).body("rows.reports", contains(0));
        RestAssured.given()
                .header("Authorization", "Bearer " + TestIssuer.submitter("350128-finance"))
                .get("/api/v1/consolidated-reports/2024?basis=submitted")
                .then()
                .statusCode(403);
    }

    @Test
    void returnsTheSameForTheInstantThatAnAnswerNames() throws Exception {
        putInForce(ReportFiles.of("350128-finance", 2024));
        Map<String, Object> latest = get(QUERY + "groupBy=agency").extract().path("");

        Map<String, Object> then = get(QUERY + "groupBy=agency&asOf=" + latest.get("asOf"))
                .extract()
                .path("");

        assertThat(then).isEqualTo(latest);
    }

    /** A change receives its instant before it is committed: a request as of that instant waits for the commit. */
    @Test
    void waitsForOpenTransactions() throws Exception {
        CompletableFuture<String> answer;
        try (Connection other = connection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("update category set name = '改名' where code = 'finance'");
            String since = now();
            answer = CompletableFuture.supplyAsync(
                    () -> body(QUERY + "groupBy=category&category=finance&asOf=" + since));
            awaitWaiting();
            putInForce(ReportFiles.of("350128-police", 2024));
            other.commit();
        }

        assertThat(answer.get(30, TimeUnit.SECONDS)).contains("改名");
    }

    /**
     * A transaction has the instant of its first change, and may supersede a revision that came into force after that.
     */
    @Test
    void countsOneRevisionAtAnyInstant_evenAfterALongTransaction() throws Exception {
        putInForce(ReportFiles.of("350128-police", 2024));
        String between;
        try (Connection slow = connection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("update category set name = '改名' where code = 'finance'");
            ObjectNode corrected =
                    ReportFiles.of("350128-police", 2024).content().deepCopy();
            ((ObjectNode) corrected.at("/proactiveDisclosure")).put("licensingDecisions", 1);
            correct("reports/350128-police/2024", corrected.toString()).body("status", equalTo("ACCEPTED"));
            between = now();
            statement.execute("update revision set status = 'SUPERSEDED', superseded_at = now() where revision = 2");
            statement.execute(
                    "insert into revision select agency, year, 3, 'ACCEPTED', content, content_hash, submitted_at,"
                            + " submitted_by, decided_at, decided_by from revision where revision = 2");
            slow.commit();
        }

        get(QUERY + "agency=350128-police&asOf=" + between).body("rows.reports", contains(1));
        get(QUERY + "agency=350128-police&asOf=" + now()).body("rows.reports", contains(1));
    }

    @Test
    void refusesFutureAndMalformedInstants() throws Exception {
        get(QUERY + "asOf=" + Instant.now().plus(Duration.ofHours(1)))
                .statusCode(400)
                .body("parameters[0].name", equalTo("asOf"));
        get(QUERY + "asOf=2025-01-01")
                .statusCode(400)
                .body("parameters[0].message", containsString("2025-03-31T16:00:00Z"));
        RestAssured.given()
                .urlEncodingEnabled(false)
                .get("/api/v1/" + QUERY + "asOf=2026-01-01T00:00:00+08:00")
                .then()
                .body("asOf", equalTo("2025-12-31T16:00:00Z"));
    }

    private void change(Random random, BalancedReports reports) {
        String agency = List.of("350128-finance", "350128-police").get(random.nextInt(2));
        RealReport report = new RealReport(agency, 2024, reports.next());
        switch (random.nextInt(4)) {
            case 0 -> correct(report);
            case 1 -> putInForce(new RealReport(agency, 2024, warned(report)));
            case 2 ->
                agency(
                        agency,
                        random.nextBoolean() ? "finance" : "public-security",
                        Map.of("name", "局" + random.nextInt(9)));
            default -> putInForce(report);
        }
    }

    /** A report that waits for an explanation. */
    private static ObjectNode warned(RealReport report) {
        ObjectNode content = report.content().deepCopy();
        ((ObjectNode) content.at("/proactiveDisclosure/rules")).put("issued", 1);
        return content;
    }

    private void awaitWaiting() throws SQLException {
        while (count("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
            Thread.onSpinWait();
        }
    }

    private static String body(String query) {
        return get(query).statusCode(200).extract().asString();
    }

    /** Returns the answer to a query that is not in the cache and has the same rows. */
    private static String uncached(String query) {
        return body(query + "&limit=99999");
    }

    private static ValidatableResponse agency(String code, String category, Map<String, String> more) {
        Map<String, String> entry =
                new HashMap<>(Map.of("name", code, "district", "350128", "category", category, "kind", "DEPARTMENT"));
        entry.putAll(more);
        return put("agencies/" + code, entry);
    }
}
