package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Report years are compared with the calendar in Beijing, and with the life of the agency and its relatives. */
@QuarkusTest
class ReportYearsTest extends ServiceTest {

    private static final String REPORT =
            ReportFiles.of("430212-finance", 2023).content().toString();
    private static final String WARNINGS = "findings.findAll { it.severity == 'WARNING' }.rule";

    @BeforeEach
    void register() {
        put("districts/430200", Map.of("name", "株洲市", "level", "city")).statusCode(201);
        put("districts/430212", Map.of("name", "渌口区", "parent", "430200")).statusCode(201);
        put("categories/finance", Map.of("name", "财政")).statusCode(201);
    }

    /** The clock of the service is set to UTC; 31 December 16:00 there is New Year in Beijing. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            2025-12-31T15:59:59Z, -,          -,          2024, true
            2025-12-31T15:59:59Z, -,          -,          2025, false
            2025-12-31T16:00:00Z, -,          -,          2025, true
            2025-12-31T16:00:00Z, -,          -,          2026, false
            2025-12-31T16:00:00Z, -,          -,          2204, false
            2025-12-31T16:00:00Z, -,          -,          9999, false
            2025-07-01T04:00:00Z, -,          2025-06-30, 2025, true
            2025-06-30T04:00:00Z, -,          2025-06-30, 2025, false
            2025-07-01T04:00:00Z, -,          2026-06-30, 2025, false
            2026-07-01T04:00:00Z, -,          2024-12-31, 2025, false
            2026-07-01T04:00:00Z, -,          2025-01-01, 2025, true
            2026-07-01T04:00:00Z, 2025-12-31, -,          2025, true
            2026-07-01T04:00:00Z, 2025-12-31, -,          2024, false
            2026-07-01T04:00:00Z, 2025-12-31, -,          2021, false
            """)
    void comparesTheYearWithTheCalendarAndTheLifeOfTheAgency(
            String now, String validFrom, String validTo, int year, boolean accepted) {
        agency("z-a", validFrom, validTo, null).statusCode(201);
        TestClock.stopAt(now);

        ValidatableResponse submitted = put("reports/z-a/" + year, REPORT);
        ValidatableResponse tried =
                post("validations", "{\"agency\":\"z-a\",\"year\":" + year + ",\"report\":" + REPORT + "}");

        if (accepted) {
            submitted.statusCode(201).body("status", equalTo("ACCEPTED"));
            tried.body("valid", equalTo(true));
        } else {
            submitted.statusCode(422).body("findings.pointer", contains("/year"));
            tried.body("valid", equalTo(false)).body("findings.pointer", contains("/year"));
            get("reports/z-a/" + year + "/revisions").statusCode(404);
        }
    }

    @Test
    void refusesAYearInABatchByLine() {
        agency("z-a", null, null, null);
        String items = "{\"agency\":\"z-a\",\"year\":2023,\"report\":" + REPORT
                + "}\n{\"agency\":\"z-a\",\"year\":9999,\"report\":" + REPORT + "}\n";

        for (String mode : new String[] {"partial", "atomic"}) {
            String answer = RestAssured.given()
                    .contentType("application/x-ndjson")
                    .body(items.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/reports?mode=" + mode)
                    .asString();
            assertThat(answer.split("\n")[1]).contains("\"line\":2", "\"status\":422", "\"/year\"");
        }
    }

    @Test
    void opensOnlyYearsThatAreOver() {
        TestClock.stopAt("2025-12-31T15:59:59Z");
        put("cycles/2025", "{}").statusCode(422).body("findings.pointer", contains("/year"));
        put("cycles/2205", "{}").statusCode(422).body("findings[0].message", containsString("2024"));

        TestClock.stopAt("2025-12-31T16:00:00Z");
        put("cycles/2025", "{}").statusCode(201);
    }

    @Test
    void expectsNoReportOnAYearThatIsNotOver() {
        agency("z-a", null, null, null);
        TestClock.stopAt("2025-12-31T15:59:59Z");
        String query = "statistics?figure=requests.newlyReceived&groupBy=year&";

        get(query + "year=2023..2026").body("rows.year", contains(2023, 2024)).body("rows.expected", contains(1, 1));
        get("statistics?figure=requests.newlyReceived&year=9999").body("rows.expected", contains(0));
        get("statistics?figure=requests.newlyReceived&year=2025&boundaries=current")
                .body("rows.expected", contains(0));
        get("consolidated-reports/2025").body("coverage.expected", equalTo(0)).body("missing", empty());
    }

    /** The turn of the year changes answers although nothing is stored: a cached answer must not outlive it. */
    @Test
    void expectsReportsFromNewYearOn_alsoForClientsWithAnEntityTag() {
        agency("z-a", null, null, null);
        String query = "/api/v1/statistics?figure=requests.newlyReceived&year=2025";
        TestClock.stopAt("2025-12-31T15:59:59Z");
        String tag = anonymous(query, "")
                .body("rows.expected", contains(0))
                .extract()
                .header("ETag");
        anonymous(query, tag).statusCode(304);

        TestClock.stopAt("2025-12-31T16:00:00Z");

        anonymous(query, tag).statusCode(200).body("rows.expected", contains(1));
        anonymous(query, "").body("rows.expected", contains(1));
    }

    @Test
    void warnsWhenAPredecessorOrSuccessorHasReported() {
        agency("y-new", "2025-01-01", null, null).statusCode(201);
        agency("y-old", null, "2024-12-31", "y-new").statusCode(201);
        TestClock.stopAt("2026-02-01T00:00:00Z");
        put("reports/y-old/2024", report("y-old")).body("status", equalTo("ACCEPTED"));
        put("reports/y-new/2024", report("y-new")).statusCode(422);
        put("reports/y-old/2025", report("y-old")).statusCode(422);
        put("reports/y-new/2025", report("y-new")).body("status", equalTo("ACCEPTED"));

        agency("x-new", "2024-07-01", null, null).statusCode(201);
        agency("x-old", null, "2024-06-30", "x-new").statusCode(201);
        put("reports/x-old/2024", report("x-old")).body("status", equalTo("ACCEPTED"));
        put("reports/x-new/2024", report("x-new"))
                .body("status", equalTo("SUBMITTED"))
                .body(WARNINGS, contains("SUCCESSION"))
                .body("findings.find { it.rule == 'SUCCESSION' }.message", containsString("x-old"));

        agency("w-a", "2024-07-01", null, null).statusCode(201);
        agency("w-b", "2024-07-01", null, null).statusCode(201);
        put("agencies/w-old", entry("w-old", null, "2024-06-30", new String[] {"w-a", "w-b"}))
                .statusCode(201);
        put("reports/w-a/2024", report("w-a")).body("status", equalTo("ACCEPTED"));
        put("reports/w-old/2024", report("w-old")).body(WARNINGS, contains("SUCCESSION"));
        put("reports/w-b/2024", report("w-b")).body("status", equalTo("ACCEPTED"));
    }

    @Test
    void issuesNoTokenToAnEndedAgency_unlessTheOfficeSaysSo() {
        // Tests have an identity provider, so the local issuer is off: PackagedAccessIT tries the tokens themselves.
        agency("y-old", null, "2024-12-31", null).statusCode(201);
        post("agencies/y-old/tokens", "{}").statusCode(404);
    }

    @Test
    void checksThatSuccessorsFit() {
        agency("y-new", "2025-01-01", null, null).statusCode(201);
        put("agencies/y-gov", Map.of("name", "政府", "district", "430212", "category", "finance", "kind", "GOVERNMENT"))
                .statusCode(201);

        agency("y-1", null, "2024-12-31", "y-gov").statusCode(422).body("findings.pointer", contains("/successor"));
        agency("y-1", null, "2024-06-30", "y-new").statusCode(422).body("findings.pointer", contains("/successor"));
        agency("y-2", null, "2024-12-30", null).statusCode(201);
        agency("y-1", null, "2024-12-31", "y-2").statusCode(422).body("findings.pointer", contains("/successor"));
        agency("y-1", null, "2024-12-31", "y-new").statusCode(201).body("successors", contains("y-new"));
        agency("y-new", "2025-02-01", null, null).statusCode(422).body("findings.pointer", contains("/validFrom"));
        agency("y-new", "2024-01-01", "2024-12-31", null).statusCode(422).body("findings.pointer", hasItem("/validTo"));

        put(
                        "districts/430221",
                        Map.of("name", "株洲县", "parent", "430200", "validTo", "2018-06-18", "successor", "430212"))
                .statusCode(201);
        put("districts/430212", Map.of("name", "渌口区", "parent", "430200", "validFrom", "2018-06-19"))
                .statusCode(200);
        put(
                        "districts/430222",
                        Map.of("name", "某县", "parent", "430200", "validTo", "2017-06-18", "successor", "430212"))
                .statusCode(422)
                .body("findings.pointer", contains("/successor"));
    }

    @Test
    void namesSeveralSuccessorsOfASplit() {
        agency("c-n", null, null, null);
        agency("c-a", null, null, null);
        agency("c-b", null, null, null);
        TestClock.stopAt("2026-02-01T00:00:00Z");
        put("reports/c-b/2024", report("c-b")).body("status", equalTo("ACCEPTED"));

        put("agencies/c-b", entry("c-b", null, "2025-06-30", new String[] {"c-n", "c-n"}))
                .statusCode(422)
                .body("findings.pointer", hasItem("/successors"));
        put("agencies/c-b", entry("c-b", null, "2025-06-30", new String[] {"c-n", "c-x"}))
                .statusCode(422);
        put("agencies/c-b", entry("c-b", null, "2025-06-30", new String[] {"c-n", "c-a"}))
                .statusCode(200)
                .body("successors", contains("c-n", "c-a"))
                .body("successor", equalTo(null));
        put("agencies/c-n", entry("c-n", null, "2025-07-30", new String[] {"c-b"}))
                .statusCode(422);

        get("statistics?figure=requests.newlyReceived&year=2024&groupBy=agency&boundaries=current")
                .body("rows.find { it.agency.code == 'c-b' }.reports", equalTo(1))
                .body("breaks.agency.code", contains("c-b"))
                .body("breaks[0].successors", contains("c-n", "c-a"))
                .body("breaks[0].years", contains(2024));
        get("statistics?figure=requests.newlyReceived&year=2024&groupBy=agency").body("breaks", equalTo(null));
        get("statistics?figure=requests.newlyReceived&year=2024&boundaries=current&format=xlsx")
                .statusCode(200);
        String csv =
                RestAssured.given().accept("text/csv").get("/api/v1/agencies").asString();
        assertThat(csv).contains("c-n c-a");
        RestAssured.given()
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .put("/api/v1/agencies")
                .then()
                .body("unchanged", equalTo(3));
    }

    @Test
    void answersTheReportOfAGovernmentInStatisticsWithAReason() {
        put("agencies/y-gov", Map.of("name", "政府", "district", "430212", "category", "finance", "kind", "GOVERNMENT"))
                .statusCode(201);
        agency("y-1", null, null, null);

        get("statistics?figure=requests.newlyReceived&year=2024&agency=y-gov,y-1,nobody")
                .statusCode(400)
                .body("parameters.value", hasItems("y-gov", "nobody"));
    }

    /** Returns a report that no other agency submits. */
    private static String report(String agency) {
        return REPORT.replace("详见原报告第一部分。", agency + "的情况见原报告第一部分。");
    }

    private static ValidatableResponse anonymous(String path, String tag) {
        return RestAssured.given()
                .noFilters()
                .header("If-None-Match", tag.isEmpty() ? "\"none\"" : tag)
                .get(path)
                .then();
    }

    private static ValidatableResponse agency(String code, String validFrom, String validTo, String successor) {
        return put("agencies/" + code, entry(code, validFrom, validTo, successor));
    }

    private static Map<String, Object> entry(String code, String validFrom, String validTo, Object successor) {
        Map<String, Object> entry = new HashMap<>(
                Map.of("name", code + "局", "district", "430212", "category", "finance", "kind", "DEPARTMENT"));
        entry.put("validFrom", validFrom);
        entry.put("validTo", validTo);
        entry.put("successor", successor);
        return entry;
    }
}
