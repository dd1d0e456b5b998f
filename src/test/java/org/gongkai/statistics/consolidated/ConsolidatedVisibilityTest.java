package org.gongkai.statistics.consolidated;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The facts about single reports that a consolidated report shows to its readers. */
@QuarkusTest
class ConsolidatedVisibilityTest extends ServiceTest {

    /** A report with an open warning, which waits for a decision. */
    private static final RealReport WAITING = ReportFiles.of("350128-finance", 2024);

    @BeforeEach
    void submitOneReportInForceAndOneThatWaits() {
        registerAll();
        putInForce(ReportFiles.of("350128-finance", 2023));
        submit(WAITING).statusCode(201).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void showsWarningsWithoutAnExplanation() {
        get("consolidated-reports/2024").body("openWarnings", empty());

        decide(WAITING, 1, "ACCEPT").statusCode(200);

        for (String token : new String[] {null, TestIssuer.oversight()}) {
            as(token, "consolidated-reports/2024?district=350128")
                    .header("Content-Language", "en")
                    .body("openWarnings", hasSize(1))
                    .body("openWarnings[0].agency.code", equalTo("350128-finance"))
                    .body("openWarnings[0].year", equalTo(2024))
                    .body("openWarnings[0].revision", equalTo(1))
                    .body("openWarnings[0].rule", equalTo("IN-FORCE"))
                    .body("openWarnings[0].pointer", equalTo("/proactiveDisclosure/normativeDocuments/inForce"))
                    .body("openWarnings[0].cell", equalTo("Table 2 · Administrative normative documents · In force"))
                    .body("openWarnings[0].message", equalTo("1 in force, but last year's report implies 6, off by -5"))
                    .body("openWarnings[0].difference", equalTo(-5));
        }
        get("consolidated-reports/2024?district=430212").body("openWarnings", empty());

        post(
                        "reports/350128-finance/2024/explanations",
                        List.of(Map.of(
                                "rule", "IN-FORCE",
                                "pointer", "/proactiveDisclosure/normativeDocuments/inForce",
                                "reason", "5 件自然失效")))
                .statusCode(200);
        get("consolidated-reports/2024").body("openWarnings", empty());
    }

    /** A waiting revision is visible only to its agency and the oversight office. */
    @Test
    void showsTheStateOfAMissingReportOnlyToItsAgencyAndTheOffice() {
        String state = "missing.find { it.agency.code == '350128-finance' }.state";
        String stateOfOther = "missing.find { it.agency.code == '350128-market' }.state";

        as(TestIssuer.oversight(), "consolidated-reports/2024")
                .body(state, equalTo("SUBMITTED"))
                .body(stateOfOther, equalTo("MISSING"));
        as(TestIssuer.submitter("350128-finance"), "consolidated-reports/2024")
                .body(state, equalTo("SUBMITTED"))
                .body(stateOfOther, nullValue());
        for (String token : new String[] {null, TestIssuer.submitter("350128-police")}) {
            as(token, "consolidated-reports/2024")
                    .header("Vary", "Accept, Accept-Language, Accept-Encoding, Authorization")
                    .body("missing.agency.code", hasItem("350128-finance"))
                    .body("missing.agency", everyItem(notNullValue()))
                    .body(state, nullValue());
        }
    }

    /** The code of an agency may be the name of a role, and a claim may contain any text. */
    @Test
    void neverSharesACachedAnswerBetweenAudiences() {
        String state = "missing.find { it.agency.code == '350128-finance' }.state";
        as(TestIssuer.oversight(), "consolidated-reports/2024").body(state, equalTo("SUBMITTED"));
        as(TestIssuer.submitter("oversight"), "consolidated-reports/2024").body(state, nullValue());
        as(TestIssuer.submitter("350128-finance", "350128-police"), "consolidated-reports/2024")
                .body(state, equalTo("SUBMITTED"));
        as(TestIssuer.submitter("350128-finance 350128-police"), "consolidated-reports/2024")
                .body(state, nullValue());
    }

    private static ValidatableResponse as(String token, String path) {
        return RestAssured.given()
                .noFilters()
                .headers(token == null ? Map.of() : Map.of("Authorization", "Bearer " + token))
                .header("Accept-Language", "en")
                .get("/api/v1/" + path)
                .then()
                .statusCode(200);
    }
}
