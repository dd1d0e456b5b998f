package org.gongkai.filing.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Supposed changes of reports: what they would break, hold and move. Nothing is stored. */
@QuarkusTest
class WhatIfTest extends ServiceTest {

    private static final String LICENSES = "/proactiveDisclosure/licensingDecisions";
    private static final String IN_FORCE = "/proactiveDisclosure/normativeDocuments/inForce";
    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);
    private static final RealReport GOV_2021 = ReportFiles.of("350128-gov", 2021);
    private static final RealReport GOV_2022 = ReportFiles.of("350128-gov", 2022);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void tellsTheTotalsOfTheDistrictAndAllDistrictsAbove() {
        putInForce(POLICE);
        putInForce(ReportFiles.of("350128-finance", 2024));
        String total =
                "totals.find { it.district.code == '%s' && it.figure == 'proactiveDisclosure.licensingDecisions' }.";
        int own = POLICE.content().at(LICENSES).intValue();

        ValidatableResponse answer = ask("350128-police", 2024, change(LICENSES, own + 7));

        answer.statusCode(200)
                .body("revision", equalTo(1))
                .body("baseStatus", equalTo("ACCEPTED"))
                .body("valid", equalTo(true))
                .body("status", equalTo("ACCEPTED"))
                .body("changes.pointer", contains(LICENSES))
                .body("changes.difference", contains(7))
                .body("reports", empty())
                .body("totals[0].district.code", equalTo("350128"))
                .body("totals.district.code.unique()", contains("350128", "350100", "350000"))
                .body("categoryTotals.category.code.unique()", contains("public-security"));
        for (String district : List.of("350128", "350100", "350000")) {
            int before = get("statistics?figure=proactiveDisclosure.licensingDecisions&year=2024&district=" + district)
                    .extract()
                    .path("rows[0].value");
            answer.body(total.formatted(district) + "before", equalTo(before))
                    .body(total.formatted(district) + "after", equalTo(before + 7))
                    .body(total.formatted(district) + "difference", equalTo(7));
            int cell = get("consolidated-reports/2024?district=" + district)
                    .extract()
                    .path("report.proactiveDisclosure.licensingDecisions");
            answer.body("cells.find { it.district.code == '%s' }.after".formatted(district), equalTo(cell + 7));
        }
    }

    @Test
    void tellsTheRulesThatWouldBreak_andStoresNothing() throws SQLException {
        putInForce(POLICE);
        long events = count("select count(*) from event");

        ask("350128-police", 2024, change("/requests/newlyReceived/total", 99))
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("$", not(hasKey("status")))
                .body("findings.rule", hasItem("T3-ROW-TOTAL"))
                .body("added.rule", hasItem("T3-ROW-TOTAL"))
                .body("added.severity", hasItem("ERROR"))
                .body("gone", empty())
                .body("cells.pointer", empty());

        assertThat(count("select count(*) from event")).isEqualTo(events);
        assertThat(count("select count(*) from revision")).isEqualTo(1);
        get("reports/350128-police/2024").body("requests.newlyReceived.total", equalTo(8));
    }

    @Test
    void tellsTheFindingsOfLaterYears_asASubmissionWouldMakeThem() {
        putInForce(GOV_2021);
        putInForce(GOV_2022);
        int documents = GOV_2021.content().at(IN_FORCE).intValue() + 3;

        ValidatableResponse answer = ask("350128-gov", 2021, change(IN_FORCE, documents));

        answer.statusCode(200)
                .body("later.year", contains(2022))
                .body("later[0].status", equalTo("ACCEPTED"))
                .body("later[0].comesIntoForce", equalTo(false))
                .body("later[0].added.rule", contains("IN-FORCE"))
                .body("later[0].added.pointer", contains(IN_FORCE))
                .body("later[0].gone", empty())
                .body("totals", empty())
                .body("cells", empty());
        List<Map<String, ?>> expected = answer.extract().path("later[0].findings");
        correct(
                "reports/350128-gov/2021",
                Drafts.of("350128-gov", 2021).with(IN_FORCE, documents).json());
        decideIfWaiting("reports/350128-gov/2021");
        get("reports/350128-gov/2022/revisions/1").body("findings", equalTo(expected));
    }

    @Test
    void tellsTheLaterReportThatWouldComeIntoForce() {
        correct(GOV_2021).body("status", equalTo("ACCEPTED"));
        int documents = GOV_2022.content().at(IN_FORCE).intValue();
        correct(
                        "reports/350128-gov/2022",
                        Drafts.of("350128-gov", 2022)
                                .with(IN_FORCE, documents + 2)
                                .json())
                .body("status", equalTo("SUBMITTED"));
        int before = GOV_2021.content().at(IN_FORCE).intValue();

        ask("350128-gov", 2021, change(IN_FORCE, before + 2))
                .statusCode(200)
                .body("later[0].gone.rule", hasItem("IN-FORCE"))
                .body("later[0].status", equalTo("SUBMITTED"))
                .body("later[0].comesIntoForce", equalTo(true));
        get("reports/350128-gov/2022/revisions/1/receipt").body("status", equalTo("SUBMITTED"));
    }

    @Test
    void startsFromTheNewestRevision_whereNoneIsInForceOrTheRequestSaysSo() {
        correct(
                        "reports/350128-police/2024",
                        Drafts.of("350128-police", 2024)
                                .with("/otherMatters", "")
                                .json())
                .body("status", equalTo("SUBMITTED"));
        ask("350128-police", 2024, List.of())
                .statusCode(200)
                .body("revision", equalTo(1))
                .body("baseStatus", equalTo("SUBMITTED"))
                .body("changes", empty())
                .body("added", empty())
                .body("reports.district.code", contains("350128", "350100", "350000"))
                .body("reports.before", everyItem(equalTo(0)))
                .body("reports.after", everyItem(equalTo(1)))
                .body("totals.before", everyItem(nullValue()));

        putInForce(POLICE);
        correct(
                        "reports/350128-police/2024",
                        Drafts.of("350128-police", 2024)
                                .with("/otherMatters", "")
                                .with(LICENSES, 1)
                                .json())
                .body("status", equalTo("SUBMITTED"));
        ask("350128-police", 2024, List.of()).body("revision", equalTo(2)).body("totals", empty());
        post("what-if", Map.of("agency", "350128-police", "year", 2024, "changes", List.of(), "base", "LATEST"))
                .statusCode(200)
                .body("revision", equalTo(3))
                .body("totals.figure", hasItem("proactiveDisclosure.licensingDecisions"));
    }

    @Test
    void answersInTheLanguageOfTheRequest() {
        putInForce(POLICE);

        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body("350128-police", 2024, change(LICENSES, 1_000)))
                .post("/api/v1/what-if")
                .then()
                .statusCode(200)
                .header("Content-Language", "en")
                .body("totals[0].label", equalTo("Table 2 · Administrative licences, decisions this year"));
    }

    static Stream<Arguments> faults() {
        Map<String, Object> unknown = Map.of("pointer", "/requests/nothing", "value", 1);
        Map<String, Object> group = Map.of("pointer", "/requests", "value", 1);
        Map<String, Object> negative = Map.of("pointer", LICENSES, "value", -1);
        Map<String, Object> fraction = Map.of("pointer", LICENSES, "value", 1.5);
        Map<String, Object> text = Map.of("pointer", LICENSES, "value", "12");
        Map<String, Object> number = Map.of("pointer", "/overview", "value", 12);
        Map<String, Object> good = Map.of("pointer", LICENSES, "value", 1);
        return Stream.of(
                Arguments.of(List.of(unknown), List.of("/changes/0/pointer")),
                Arguments.of(List.of(good, group), List.of("/changes/1/pointer")),
                Arguments.of(List.of(negative), List.of("/changes/0/value")),
                Arguments.of(List.of(fraction), List.of("/changes/0/value")),
                Arguments.of(List.of(text), List.of("/changes/0/value")),
                Arguments.of(List.of(good, number), List.of("/changes/1/value")),
                Arguments.of(List.of(good, good), List.of("/changes/1/pointer")),
                Arguments.of(List.of(Map.of("pointer", LICENSES)), List.of("/changes/0/value")),
                Arguments.of(List.of(Map.of("value", 1)), List.of("/changes/0/pointer")),
                Arguments.of(List.of("text"), List.of("/changes/0")),
                Arguments.of(List.of(Map.of("pointer", LICENSES, "value", 1, "more", 2)), List.of("/changes/0/more")),
                Arguments.of(Collections.nCopies(501, good), List.of("/changes")));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void pointsToTheFaultsOfARequest(List<Object> changes, List<String> pointers) {
        putInForce(POLICE);

        ask("350128-police", 2024, changes)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-entry"))
                .body("findings.pointer", equalTo(pointers));
    }

    @Test
    void refusesIncompleteRequests() {
        post("what-if", "{}")
                .statusCode(422)
                .body("findings.pointer", containsInAnyOrder("/agency", "/year", "/changes"));
        post("what-if", "[]").statusCode(422);
        post("what-if", "{").statusCode(400).body("type", equalTo("/problems/malformed-json"));
        post("what-if", Map.of("agency", "350128-police", "year", 2024, "changes", List.of(), "base", "FIRST", "x", 1))
                .statusCode(422)
                .body("findings.pointer", containsInAnyOrder("/base", "/x"));
        ask("nobody", 2024, List.of()).statusCode(404).body("type", equalTo("/problems/unknown-agency"));
        ask("350128-police", 2024, List.of()).statusCode(404).body("type", equalTo("/problems/unknown-report"));
        ask("350128-police", 1999, List.of()).statusCode(404).body("type", equalTo("/problems/year-not-covered"));
    }

    @Test
    void letsAnAgencyAskForItselfOnly() {
        putInForce(POLICE);

        askAs(TestIssuer.submitter("350128-police")).statusCode(200);
        askAs(TestIssuer.submitter("350128-finance")).statusCode(403);
        RestAssured.given()
                .noFilters()
                .contentType(ContentType.JSON)
                .body(body("350128-police", 2024, List.of()))
                .post("/api/v1/what-if")
                .then()
                .statusCode(401);
    }

    private static ValidatableResponse askAs(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(body("350128-police", 2024, List.of()))
                .post("/api/v1/what-if")
                .then();
    }

    private static ValidatableResponse ask(String agency, int year, List<?> changes) {
        return post("what-if", body(agency, year, changes));
    }

    private static Map<String, Object> body(String agency, int year, List<?> changes) {
        return Map.of("agency", agency, "year", year, "changes", changes);
    }

    private static List<Map<String, Object>> change(String pointer, Object value) {
        return List.of(Map.of("pointer", pointer, "value", value));
    }

    private static void decideIfWaiting(String report) {
        if (get(report + "/revisions/2").extract().path("status").equals("SUBMITTED")) {
            post(report + "/decisions", Map.of("revision", 2, "decision", "ACCEPT"))
                    .statusCode(200);
        }
    }
}
