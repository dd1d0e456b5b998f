package org.gongkai.filing.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.NonDefaultSettings;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The oversight office decides on every revision. */
@QuarkusTest
@TestProfile(NonDefaultSettings.class)
class ManualReviewTest extends ServiceTest {

    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void keepsTheRevisionInForce_untilTheNextIsAccepted() {
        submit(POLICE).statusCode(201).body("status", equalTo("SUBMITTED")).body("decision", nullValue());
        get("reports/350128-police/2024").statusCode(404);
        requests(null);

        decide(POLICE, 1, "ACCEPT")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("decision.by", equalTo("oversight"));
        requests(8);
        correct("reports/350128-police/2024", corrected())
                .body("revision", equalTo(2))
                .body("status", equalTo("SUBMITTED"));
        requests(8);
        get("reports/350128-police/2024").body("requests.newlyReceived.total", equalTo(8));

        decide(POLICE, 2, "ACCEPT").body("status", equalTo("ACCEPTED"));
        requests(9);
        get("reports/350128-police/2024/revisions")
                .body("items.revision", contains(2, 1))
                .body("items.status", contains("ACCEPTED", "SUPERSEDED"))
                .body("items[1].supersededAt", equalTo(path(2)));
    }

    @Test
    void refusesALostUpdateAgainstTheNewestRevision_notTheOneInForce() {
        submit(POLICE);
        decide(POLICE, 1, "ACCEPT");
        String inForce = get("reports/350128-police/2024").extract().header("ETag");
        String newest =
                correct("reports/350128-police/2024", corrected()).extract().header("ETag");

        putIf(inForce, "第三稿").statusCode(412);
        putIf(newest, "第三稿").statusCode(201);
    }

    @Test
    void refusesADecisionByAnOfficeThatHasNotSeenTheNewestRevision() {
        String first = submit(POLICE).extract().header("ETag");
        String newest =
                correct("reports/350128-police/2024", corrected()).extract().header("ETag");

        decideIf(first, 1).statusCode(412).body("type", equalTo("/problems/precondition-failed"));
        decideIf("W/" + newest, 2).statusCode(412);
        get("reports/350128-police/2024").statusCode(404);
        decideIf(newest, 2).statusCode(200).body("status", equalTo("ACCEPTED"));
    }

    @Test
    void letsTheOfficeDecideOnWhatItSubmitted_becauseTheSettingsAllowIt() {
        RestAssured.given()
                .contentType("application/json")
                .body(List.of(Map.of("agency", POLICE.agency(), "year", POLICE.year(), "report", POLICE.content())))
                .post("/api/v1/reports")
                .then()
                .statusCode(200);

        get("reports/350128-police/2024/revisions/1").body("submittedBy", equalTo("oversight"));
        decide(POLICE, 1, "ACCEPT").statusCode(200).body("decision.by", equalTo("oversight"));
    }

    @Test
    void validationReportsThatASubmissionWouldWait() {
        post("validations", "{\"agency\": \"350128-police\", \"year\": 2024, \"report\": " + POLICE.content() + "}")
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("status", equalTo("SUBMITTED"));
    }

    private static String path(int revision) {
        return get("reports/350128-police/2024/revisions/" + revision).extract().path("decision.at");
    }

    private static ValidatableResponse putIf(String tag, String overview) {
        return RestAssured.given()
                .header("If-Match", tag)
                .contentType("application/json")
                .body(Drafts.of("350128-police", 2024)
                        .with("/overview", overview)
                        .json())
                .queryParam("changeReason", CHANGE_REASON)
                .put("/api/v1/reports/350128-police/2024")
                .then();
    }

    private static ValidatableResponse decideIf(String tag, int revision) {
        return RestAssured.given()
                .header("If-Match", tag)
                .contentType("application/json")
                .body("{\"revision\": %d, \"decision\": \"ACCEPT\"}".formatted(revision))
                .post("/api/v1/reports/350128-police/2024/decisions")
                .then();
    }

    private static String corrected() {
        return Drafts.of("350128-police", 2024).withOneCarriedForward().json();
    }

    private static void requests(Integer counted) {
        get("statistics?figure=requests.newlyReceived&year=2024").body("rows[0].value", equalTo(counted));
    }
}
