package org.gongkai.filing.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Withdrawals of revisions: nothing is deleted, and everything that was derived from them follows. */
@QuarkusTest
class WithdrawalTest extends ServiceTest {

    private static final String REPORT = "reports/350128-gov/2022";
    private static final String POLICE = "reports/350128-police/2024";
    private static final String IN_FORCE = "/proactiveDisclosure/normativeDocuments/inForce";
    private static final String WARNINGS = "findings.findAll { it.severity == 'WARNING' }";
    private static final RealReport GOV_2021 = ReportFiles.of("350128-gov", 2021);
    private static final RealReport GOV_2022 = ReportFiles.of("350128-gov", 2022);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void takesARevisionOutOfForce() throws Exception {
        put("cycles/2024", "{}").statusCode(201);
        putInForce(ReportFiles.of("350128-police", 2024));
        String before = now();

        withdraw(POLICE, 1, null)
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("decision.decision", equalTo("ACCEPT"))
                .body("withdrawal.reason", equalTo("报错年度"))
                .body("withdrawal.by", equalTo("oversight"))
                .body("withdrawal.at", notNullValue());

        get(POLICE).statusCode(404);
        get(POLICE + "?asOf=" + before).statusCode(200).body("requests.newlyReceived.total", equalTo(8));
        String rollUp = "statistics?figure=requests.newlyReceived&year=2024&agency=350128-police";
        get(rollUp).body("rows.reports", contains(0)).body("rows.expected", contains(1));
        get(rollUp + "&asOf=" + before).body("rows.reports", contains(1)).body("rows.value", contains(8));
        get("cycles/2024/obligations?state=MISSING").body("items.agency.code", hasItem("350128-police"));
        get("cycles/2024/completeness").body("rows.inForce", contains(0)).body("rows.onTime", contains(0));
        get("cycles/2024/completeness?asOf=" + before).body("rows.inForce", contains(1));
        get("consolidated-reports/2024?district=350128")
                .body("contributors", empty())
                .body("missing.find { it.agency.code == '350128-police' }.state", equalTo("MISSING"));
        get("events?limit=1000")
                .body("items.find { it.type == 'REPORT_WITHDRAWN' }.before.status", equalTo("ACCEPTED"))
                .body("items.find { it.type == 'REPORT_WITHDRAWN' }.detail.reason", equalTo("报错年度"));
    }

    @Test
    void keepsAWithdrawnRevisionInTheHistory_forThePublicIfItWasInForce() {
        putInForce(GOV_2022);
        withdraw(REPORT, 1, null).statusCode(200);

        get(REPORT + "/revisions/1")
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.by", equalTo("oversight"))
                .body("report", notNullValue());
        asPublic(REPORT + "/revisions/1")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.at", notNullValue())
                .body("withdrawal", not(hasKey("by")))
                .body("withdrawal", not(hasKey("reason")));
        asPublic(REPORT + "/revisions").body("items.revision", contains(1));
    }

    @Test
    void putsThePreviousRevisionInForceAgain_ifTheOfficeSaysSo() throws Exception {
        put(REPORT, corrected(10).json()).body("status", equalTo("ACCEPTED"));
        correct(REPORT, corrected(11).json()).body("status", equalTo("ACCEPTED"));
        correct(REPORT, corrected(12).json()).body("status", equalTo("ACCEPTED"));
        String before = now();

        withdraw(REPORT, 3, true).statusCode(200);

        get(REPORT).body("proactiveDisclosure.licensingDecisions", equalTo(11));
        get(REPORT + "?asOf=" + before).body("proactiveDisclosure.licensingDecisions", equalTo(12));
        get(REPORT + "/revisions").body("items.status", contains("WITHDRAWN", "ACCEPTED", "SUPERSEDED"));
        get(REPORT + "/revisions/2").body("supersededAt", nullValue());
        withdraw(REPORT, 2, true).statusCode(200);
        get(REPORT).body("proactiveDisclosure.licensingDecisions", equalTo(10));
        withdraw(REPORT, 1, true).statusCode(422).body("findings.pointer", contains("/reinstatePrevious"));
        withdraw(REPORT, 1, false).statusCode(200);
        get(REPORT).statusCode(404);
        get("events?limit=1000").body("items.findAll { it.type == 'REPORT_REINSTATED' }.revision", contains(2, 1));
    }

    @Test
    void checksLaterYearsAgain() {
        submit(GOV_2021).body("status", equalTo("ACCEPTED"));
        put(REPORT, Drafts.of("350128-gov", 2022).with(IN_FORCE, 1).json())
                .body("status", equalTo("SUBMITTED"))
                .body(WARNINGS + ".rule", hasItem("IN-FORCE"));

        withdraw("reports/350128-gov/2021", 1, null).statusCode(200);

        get(REPORT + "/revisions/1/receipt").body(WARNINGS, empty()).body("status", equalTo("ACCEPTED"));
        get("events?limit=1000").body("items.find { it.type == 'FINDINGS_CHANGED' }.detail.cause.year", equalTo(2021));
    }

    @Test
    void letsAnAgencyWithdrawWhatWaits() {
        submit(GOV_2021);
        put(REPORT, Drafts.of("350128-gov", 2022).with(IN_FORCE, 1).json()).body("status", equalTo("SUBMITTED"));

        delete(REPORT + "/revisions/1")
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("withdrawal.by", equalTo("submitter"))
                .body("withdrawal", not(hasKey("reason")))
                .body("$", not(hasKey("decision")));

        delete(REPORT + "/revisions/1").statusCode(409).body("detail", containsString("WITHDRAWN"));
        delete(REPORT + "/revisions/7").statusCode(404);
        delete("reports/nobody/2022/revisions/1").statusCode(404);
        decide(GOV_2022, 1, "ACCEPT").statusCode(409);
        post(REPORT + "/explanations", "[]").statusCode(409);
        asPublic(REPORT + "/revisions/1").statusCode(404);
        put(REPORT, Drafts.of("350128-gov", 2022).with(IN_FORCE, 1).json())
                .statusCode(201)
                .body("revision", equalTo(2));
        get(REPORT + "/revisions/latest").body("revision", equalTo(2)).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void keepsTheRevisionInForce_whenTheNewerOneIsWithdrawnBeforeADecision() {
        submit(GOV_2021);
        submit(GOV_2022).body("status", equalTo("ACCEPTED"));
        correct(REPORT, Drafts.of("350128-gov", 2022).with(IN_FORCE, 1).json()).body("status", equalTo("SUBMITTED"));

        delete(REPORT + "/revisions/2?reason=填错").body("withdrawal.reason", equalTo("填错"));

        get(REPORT).header("ETag", containsString("1-")).header("Link", nullValue());
        delete(REPORT + "/revisions/1").statusCode(409).body("detail", containsString("withdrawal-request"));
    }

    @Test
    void recordsTheRequestOfAnAgency() {
        putInForce(GOV_2022);
        String request = REPORT + "/revisions/1/withdrawal-request";

        post(request, Map.of("reason", " ")).statusCode(422).body("findings.pointer", contains("/reason"));
        post(request, Map.of("reason", "误报"))
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("withdrawalRequest.reason", equalTo("误报"))
                .body("withdrawalRequest.by", equalTo("submitter"));

        get(REPORT).statusCode(200);
        get(REPORT + "/revisions").body("items[0].withdrawalRequest.reason", equalTo("误报"));
        asPublic(REPORT + "/revisions").body("items[0]", not(hasKey("withdrawalRequest")));
        get("events?limit=1000").body("items.type", hasItem("WITHDRAWAL_REQUESTED"));
        withdraw(REPORT, 1, null).statusCode(200).body("withdrawalRequest.reason", equalTo("误报"));
        post(request, Map.of("reason", "误报")).statusCode(409);
    }

    @Test
    void refusesIncompleteAndImpossibleWithdrawals() {
        submit(GOV_2021);
        put(REPORT, Drafts.of("350128-gov", 2022).with(IN_FORCE, 1).json()).body("status", equalTo("SUBMITTED"));

        post(REPORT + "/decisions", Map.of("revision", 1, "decision", "WITHDRAW"))
                .statusCode(422)
                .body("findings.pointer", contains("/comment"));
        post(REPORT + "/decisions", Map.of("revision", 1, "decision", "ACCEPT", "reinstatePrevious", true))
                .statusCode(422)
                .body("findings.pointer", contains("/reinstatePrevious"));
        withdraw(REPORT, 1, null).statusCode(409).body("detail", containsString("SUBMITTED"));
        RestAssured.given()
                .header("Authorization", "Bearer " + TestIssuer.submitter("350128-police"))
                .delete("/api/v1/" + REPORT + "/revisions/1")
                .then()
                .statusCode(403);
        get(REPORT + "/revisions/1/receipt").body("status", equalTo("SUBMITTED"));
    }

    @Test
    void closesAYearThatWasOpenedByMistake_onlyWhileNothingWasReported() throws Exception {
        put("cycles/2024", "{}").statusCode(201);
        String open = now();
        delete("cycles/2024").statusCode(204);
        delete("cycles/2024").statusCode(404);
        get("cycles/2024").statusCode(404);
        get("statistics?figure=requests.newlyReceived&year=2024&agency=350128-police&asOf=" + open)
                .body("rows.expected", contains(1));
        get("events?limit=1000").body("items.type", hasItems("CYCLE_OPENED", "CYCLE_CLOSED"));

        put("cycles/2024", "{}").statusCode(201);
        putInForce(ReportFiles.of("350128-police", 2024));
        delete("cycles/2024").statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        withdraw(POLICE, 1, null).statusCode(200);
        delete("cycles/2024").statusCode(204);

        submit(ReportFiles.of("350128-police", 2024)).body("status", equalTo("ACCEPTED"));
        get("statistics?figure=requests.newlyReceived&year=2024&agency=350128-police")
                .body("rows.reports", contains(1));
        get("cycles").body("items", hasSize(0));
    }

    private static Drafts corrected(int licensingDecisions) {
        return Drafts.of("350128-gov", 2022).with("/proactiveDisclosure/licensingDecisions", licensingDecisions);
    }

    private static ValidatableResponse withdraw(String report, int revision, Boolean reinstatePrevious) {
        Map<String, Object> decision =
                new HashMap<>(Map.of("revision", revision, "decision", "WITHDRAW", "comment", "报错年度"));
        if (reinstatePrevious != null) {
            decision.put("reinstatePrevious", reinstatePrevious);
        }
        return post(report + "/decisions", decision);
    }

    private static ValidatableResponse asPublic(String path) {
        return RestAssured.given().noFilters().get("/api/v1/" + path).then();
    }
}
