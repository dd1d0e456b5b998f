package org.gongkai.filing.scoreboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.filing.Drafts;
import org.gongkai.filing.carryover.Requests;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestClock;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scoreboard of an office. */
@QuarkusTest
class ScoreboardResourceTest extends ServiceTest {

    private static final String AGENCY = "350128-social";

    @BeforeEach
    void openAYear() {
        registerAll();
        TestClock.stopAt("2024-01-20T02:00:00Z");
        put("cycles/2023", Map.of()).statusCode(201);
    }

    @Test
    void countsTheLifeOfAReport() {
        broken(AGENCY, 2023).statusCode(422);
        broken(AGENCY, 2023).statusCode(422);
        report(AGENCY, 2023, 0, 2).body("status", equalTo("ACCEPTED"));
        report(AGENCY, 2023, 0, 3).body("status", equalTo("ACCEPTED"));
        post(
                        "reports/" + AGENCY + "/2023/decisions",
                        Map.of("revision", 2, "decision", "WITHDRAW", "comment", "有误", "reinstatePrevious", true))
                .statusCode(200);
        TestClock.stopAt("2024-02-05T02:00:00Z");
        report("430212-finance", 2023, 0, 0);

        get("scoreboard?year=2023&groupBy=agency&agency=" + AGENCY)
                .statusCode(200)
                .body("total", equalTo(1))
                .body("items[0].agency.code", equalTo(AGENCY))
                .body("items[0].year", nullValue())
                .body("items[0].expected", equalTo(1))
                .body("items[0].onTime", equalTo(1))
                .body("items[0].missing", equalTo(0))
                .body("items[0].refusedAttempts", equalTo(2))
                .body("items[0].corrected", equalTo(1))
                .body("items[0].withdrawn", equalTo(1))
                .body("items[0].returned", equalTo(0))
                .body("items[0].rules.rule", contains("T3-BALANCE"))
                .body("items[0].rules.refusedAttempts", contains(2));
        get("scoreboard?year=2023&groupBy=district,category")
                .body("items.find { it.district.code == '430212' && it.category.code == 'finance' }.late", equalTo(1));
        int roster = get("cycles/2023/obligations").extract().path("total");
        get("scoreboard?year=2023")
                .body("items[0].expected", equalTo(roster))
                .body("items[0].missing", equalTo(roster - 2))
                .body("items[0].overdue.longValue() > 0", equalTo(true));
    }

    @Test
    void countsReturns_andWarnings() {
        report(AGENCY, 2022, 0, 5);
        report(AGENCY, 2023, 4, 0).body("status", equalTo("SUBMITTED"));
        post(
                        "reports/" + AGENCY + "/2023/explanations",
                        List.of(Map.of(
                                "rule", "CARRY-OVER", "pointer", "/requests/carriedOver/total", "reason", "一件申请已撤回")))
                .statusCode(200);

        get("scoreboard?year=2023&groupBy=rule&agency=" + AGENCY)
                .body("items.rule", contains("CARRY-OVER"))
                .body("items[0].openWarnings", equalTo(1))
                .body("items[0].explainedWarnings", equalTo(1))
                .body("items[0].expected", nullValue());
        get("scoreboard?groupBy=year&agency=" + AGENCY)
                .body("items.year", contains(2022, 2023))
                .body("items.expected", contains(0, 1))
                .body("items.openWarnings", contains(0, 1));

        post("reports/" + AGENCY + "/2023/decisions", Map.of("revision", 1, "decision", "RETURN", "comment", "请核实"))
                .statusCode(200);
        get("scoreboard?year=2023&agency=" + AGENCY)
                .body("items[0].returned", equalTo(1))
                .body("items[0].notResubmitted", equalTo(1))
                .body("items[0].openWarnings", equalTo(0))
                .body("items[0].rules", empty());
    }

    @Test
    void countsRefusedItemsOfBatches() {
        String items = item(AGENCY, 2023, broken()) + "\n" + item("430212-finance", 2023, sound()) + "\n"
                + item("unknown", 2023, broken()) + "\n" + item(AGENCY, 2023, "{}") + "\n{}";

        batch(items, "partial").statusCode(200);
        assertThat(attempts()).isEqualTo(2);
        batch(items.replace("\n{}", ""), "atomic").statusCode(422);
        assertThat(attempts()).isEqualTo(4);
        get("scoreboard?year=2023&groupBy=agency&agency=" + AGENCY)
                .body("items[0].refusedAttempts", equalTo(4))
                .body("items[0].rules.rule", contains("SHAPE", "T3-BALANCE"))
                .body("items[0].rules.refusedAttempts", contains(2, 2));
    }

    @Test
    void countsOnlyReportsThatWereRefusedForTheirContent() {
        correct("reports/" + AGENCY + "/2023", "{").statusCode(400);
        correct("reports/unknown/2023", "{}").statusCode(404);
        correct("reports/" + AGENCY + "/2100", sound()).statusCode(422);
        report(AGENCY, 2023, 0, 0);
        RestAssured.given()
                .contentType("application/json")
                .header("If-None-Match", "*")
                .body(sound())
                .put("/api/v1/reports/" + AGENCY + "/2023")
                .then()
                .statusCode(412);

        assertThat(attempts()).isZero();
    }

    @Test
    void keepsOneRowForADay() throws SQLException {
        for (int i = 0; i < 20; i++) {
            broken(AGENCY, 2023).statusCode(422);
        }
        TestClock.stopAt("2024-01-20T16:00:00Z");
        broken(AGENCY, 2023).statusCode(422);

        assertThat(count("select count(*) from refused_attempt")).isEqualTo(2);
        assertThat(count("select count(*) from refused_attempt_rule")).isEqualTo(2);
        assertThat(count("select max(attempts) from refused_attempt")).isEqualTo(20);
        assertThat(attempts()).isEqualTo(21);
    }

    @Test
    void isATable() throws IOException {
        report(AGENCY, 2023, 0, 0);

        String csv = get("scoreboard?year=2023&groupBy=agency,year&agency=" + AGENCY + "&format=csv")
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines().toList().get(0))
                .isEqualTo(
                        "year,agency,agencyName,expected,onTime,late,notResubmitted,missing,overdue,returned,corrected,"
                                + "withdrawn,refusedAttempts,openWarnings,explainedWarnings");
        assertThat(csv.lines().toList().get(1))
                .startsWith("2023,350128-social,")
                .contains(",1,1,0,0,0,0,0,0,0,0,");
        byte[] workbook = get("scoreboard?groupBy=rule&format=xlsx").extract().asByteArray();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(read.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("规则");
        }
    }

    @Test
    void showsAnAgencyItsOwnNumbers() {
        String token = TestIssuer.submitter(AGENCY);

        as(token, "scoreboard?year=2023").statusCode(200).body("items[0].expected", equalTo(1));
        as(token, "scoreboard?agency=430212-finance").statusCode(403);
    }

    @Test
    void refusesUnknownValues() {
        get("scoreboard?year=x&groupBy=figure&district=none&kind=y&foo=1")
                .statusCode(400)
                .body("parameters.size()", equalTo(5));
        get("scoreboard?year=2019").statusCode(200).body("items[0].expected", equalTo(0));
    }

    private static long attempts() {
        return get("scoreboard")
                .extract()
                .<Number>path("items[0].refusedAttempts")
                .longValue();
    }

    private static ValidatableResponse as(String token, String path) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/" + path)
                .then();
    }

    private static ValidatableResponse batch(String items, String mode) {
        return RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .body(items.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports?mode=" + mode)
                .then();
    }

    private static String item(String agency, int year, String report) {
        return "{\"agency\": \"%s\", \"year\": %d, \"report\": %s}".formatted(agency, year, report);
    }

    private static String sound() {
        return ReportFiles.of("430212-finance", 2023).content().toString();
    }

    private static String broken() {
        return Drafts.of("430212-finance", 2023)
                .with("/requests/carriedOver/naturalPerson", 1)
                .with("/requests/carriedOver/total", 1)
                .json();
    }

    private static ValidatableResponse broken(String agency, int year) {
        return correct("reports/" + agency + "/" + year, broken());
    }

    private static ValidatableResponse report(String agency, int year, int carriedOver, int carriedForward) {
        return correct(
                        "reports/" + agency + "/" + year,
                        Requests.report(agency, year, carriedOver, carriedForward)
                                .json())
                .statusCode(201);
    }
}
