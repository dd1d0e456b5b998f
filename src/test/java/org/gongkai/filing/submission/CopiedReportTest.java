package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that the report of another agency is recognised, and waits for the oversight office. */
@QuarkusTest
class CopiedReportTest extends ServiceTest {

    private static final String FIRST = "350128-market";
    private static final String SECOND = "350128-approval";
    private static final String RULES = "findings.rule";
    private static final String COPIED = "REPORT-COPIED";
    private static final String MESSAGE = "findings.find { it.rule == 'REPORT-COPIED' }.message";

    @BeforeEach
    void register() {
        registerAll();
    }

    private static String report(long licences) {
        return Drafts.of("430212-finance", 2023)
                .with("/proactiveDisclosure/licensingDecisions", licences)
                .json();
    }

    private static String item(String agency) {
        return "{\"agency\": \"%s\", \"year\": 2023, \"report\": %s}".formatted(agency, report(5));
    }

    private static ValidatableResponse submit(String agency, int year, String report) {
        return correct("reports/" + agency + "/" + year, report).statusCode(201);
    }

    @Test
    void warnsAboutTheSecondSubmission() {
        submit(FIRST, 2023, report(5)).body("status", equalTo("ACCEPTED")).body(RULES, not(hasItem(COPIED)));

        submit(SECOND, 2023, report(5))
                .body("status", equalTo("SUBMITTED"))
                .body(RULES, hasItem(COPIED))
                .body("findings.find { it.rule == 'REPORT-COPIED' }.message", containsString(FIRST))
                .body("findings.find { it.rule == 'REPORT-COPIED' }.severity", equalTo("WARNING"));
        submit(SECOND, 2023, report(6)).body("status", equalTo("ACCEPTED")).body(RULES, not(hasItem(COPIED)));
    }

    /** The name of the other agency is public once its report is in force, and not before. */
    @Test
    void namesTheOtherAgencyOnlyIfItsReportIsInForce() {
        submit(FIRST, 2023, report(5));
        submit(SECOND, 2023, report(5)).body(MESSAGE, containsString("（" + FIRST + "）"));
        submit(FIRST, 2023, report(6));

        submit("430212-finance", 2023, report(5))
                .body("status", equalTo("SUBMITTED"))
                .body(MESSAGE, containsString("与另一机关尚未生效的同一年度的年报完全相同"))
                .body(MESSAGE, not(containsString(SECOND)));
    }

    @Test
    void warnsBeforeTheSubmission() {
        submit(FIRST, 2023, report(5));

        post("validations", item(SECOND))
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body(RULES, hasItem(COPIED));
    }

    @Test
    void recognisesReportsOfOneBatch() {
        List<String> statuses = RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .body((item(FIRST) + "\n" + item(SECOND)).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports?mode=atomic")
                .asString()
                .lines()
                .map(line -> JsonPath.from(line).getString("receipt.status"))
                .toList();

        assertThat(statuses).containsExactly("ACCEPTED", "SUBMITTED");
    }

    @Test
    void exemptsReportsInWhichAllFiguresAreZero() {
        submit(FIRST, 2023, report(0)).body(RULES, not(hasItem(COPIED)));
        submit(SECOND, 2023, report(0)).body(RULES, not(hasItem(COPIED)));
    }

    @Test
    void comparesReportsOfTheSameYearOfOtherAgenciesOnly() {
        submit(FIRST, 2023, report(5));

        submit(SECOND, 2022, report(5)).body(RULES, not(hasItem(COPIED)));
        submit(FIRST, 2022, report(5)).body(RULES, hasItem(COPIED));
        submit(FIRST, 2022, report(6)).body(RULES, not(hasItem(COPIED)));
    }

    @Test
    void comparesWithLiveReportsOnly() {
        submit(FIRST, 2023, report(5));
        submit(FIRST, 2023, report(6));

        submit(SECOND, 2023, report(5)).body(RULES, not(hasItem(COPIED)));
    }

    @Test
    void canBeExplained() {
        submit(FIRST, 2023, report(5));
        submit(SECOND, 2023, report(5));

        post(
                        "reports/" + SECOND + "/2023/explanations",
                        List.of(Map.of("rule", COPIED, "pointer", "", "reason", "两局合署办公，合并编制年报")))
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
    }

    /** The report of the earlier year makes the service check the later one again. */
    @Test
    void keepsTheWarningWhenTheReportIsCheckedAgain() {
        submit(FIRST, 2023, report(5));
        submit(SECOND, 2023, report(5));
        submit(SECOND, 2022, report(7));

        get("reports/" + SECOND + "/2023/revisions/1/receipt").body(RULES, hasItem(COPIED));
        submit(FIRST, 2022, report(8));
        get("reports/" + FIRST + "/2023/revisions/1/receipt").body(RULES, not(hasItem(COPIED)));
    }
}
