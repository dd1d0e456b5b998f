package org.gongkai.filing.history;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Only the agency and the oversight office see revisions that were not accepted, and their messages to each other. */
@QuarkusTest
class VisibilityTest extends ServiceTest {

    /** A report with an open warning, so it waits. */
    private static final RealReport WAITING = ReportFiles.of("350128-finance", 2024);

    private static final String REVISIONS = "reports/350128-finance/2024/revisions";

    @BeforeEach
    void oneReportInForceAndOneThatWaits() {
        registerAll();
        putInForce(ReportFiles.of("350128-finance", 2023));
        submit(WAITING).statusCode(201).body("status", equalTo("SUBMITTED"));
    }

    @Test
    void othersDoNotSeeARevisionThatWaits() {
        for (String token : new String[] {null, TestIssuer.submitter("350128-police")}) {
            as(token, "reports").body("items.year", contains(2023));
            as(token, "reports?status=SUBMITTED").body("total", equalTo(0));
            for (String path : List.of("", "/1", "/1/receipt")) {
                as(token, REVISIONS + path).statusCode(404).body("type", equalTo("/problems/unknown-report"));
            }
        }
        for (String token : new String[] {TestIssuer.submitter("350128-finance"), TestIssuer.oversight()}) {
            as(token, "reports").body("items.status", contains("ACCEPTED", "SUBMITTED"));
            as(token, REVISIONS).body("total", equalTo(1));
            as(token, REVISIONS + "/1/receipt").statusCode(200);
        }
    }

    @Test
    void othersDoNotSeeANewerRevisionThatWaits() {
        decide(WAITING, 1, "ACCEPT").statusCode(200);
        correct(
                        "reports/350128-finance/2024",
                        Drafts.of("350128-finance", 2024)
                                .with("/overview", "更正。")
                                .json())
                .body("status", equalTo("SUBMITTED"));

        as(null, "reports/350128-finance/2024").header("Link", nullValue());
        as(null, REVISIONS).body("items.revision", contains(1));
        as(null, REVISIONS + "/2/changes").statusCode(404);
        as(TestIssuer.submitter("350128-finance"), "reports/350128-finance/2024")
                .header("Link", equalTo("</api/v1/" + REVISIONS + "/2>; rel=\"latest-version\""));
    }

    @Test
    void othersDoNotSeePersonsAndTheirMessages() {
        post(
                        "reports/350128-finance/2024/explanations",
                        List.of(Map.of(
                                "rule", "IN-FORCE",
                                "pointer", "/proactiveDisclosure/normativeDocuments/inForce",
                                "reason", "5 件自然失效")))
                .body("status", equalTo("ACCEPTED"));

        as(null, REVISIONS + "/1")
                .body("$", not(hasKey("submittedBy")))
                .body("decision", not(hasKey("by")))
                .body("findings[0].state", equalTo("EXPLAINED"))
                .body("findings[0]", not(hasKey("explanation")));
        as(null, REVISIONS + "/1/receipt").body("decision", not(hasKey("by")));
        as(null, REVISIONS).body("items[0]", not(hasKey("submittedBy")));
        as(TestIssuer.oversight(), REVISIONS + "/1")
                .body("submittedBy", equalTo("submitter"))
                .body("findings[0].explanation.reason", equalTo("5 件自然失效"));
    }

    private static ValidatableResponse as(String token, String path) {
        return RestAssured.given()
                .noFilters()
                .headers(token == null ? Map.of() : Map.of("Authorization", "Bearer " + token))
                .get("/api/v1/" + path)
                .then();
    }
}
