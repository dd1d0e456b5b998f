package org.gongkai.filing.review;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Warnings over years, explanations and decisions, with real sequences of reports. */
@QuarkusTest
class ReviewTest extends ServiceTest {

    private static final String IN_FORCE = "/proactiveDisclosure/normativeDocuments/inForce";
    private static final String WARNINGS = "findings.findAll { it.severity == 'WARNING' }";
    private static final RealReport GOV_2021 = ReportFiles.of("350128-gov", 2021);
    private static final RealReport GOV_2022 = ReportFiles.of("350128-gov", 2022);
    private static final RealReport GOV_2023 = ReportFiles.of("350128-gov", 2023);

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void comparesTheReportsOfPingtanWithEachOther() {
        submit(GOV_2021).body("status", equalTo("ACCEPTED")).body(WARNINGS, empty());
        submit(GOV_2022).body("status", equalTo("ACCEPTED")).body(WARNINGS, empty());

        submit(GOV_2023)
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"))
                .body(WARNINGS, hasSize(1))
                .body(WARNINGS + "[0].rule", equalTo("IN-FORCE"))
                .body(WARNINGS + "[0].pointer", equalTo(IN_FORCE))
                .body(WARNINGS + "[0].formula", equalTo("现行有效件数[470] ≠ 上年现行有效件数[698] + 本年制发件数[77] − 本年废止件数[132]"))
                .body(WARNINGS + "[0].left", equalTo(470))
                .body(WARNINGS + "[0].right", equalTo(643))
                .body(WARNINGS + "[0].difference", equalTo(-173))
                .body(WARNINGS + "[0].state", equalTo("OPEN"));
        get("reports/350128-gov/2023").statusCode(404);
    }

    @Test
    void comparesPoliceReportsOnlyWithTheYearBefore() {
        submit(ReportFiles.of("350128-police", 2022)).body("status", equalTo("ACCEPTED"));

        submit(ReportFiles.of("350128-police", 2024))
                .body("status", equalTo("ACCEPTED"))
                .body(WARNINGS, empty());
        put("reports/350128-police/2023", Drafts.of("350128-police", 2022).json())
                .body("status", equalTo("SUBMITTED"))
                .body(WARNINGS + ".rule", contains("CARRY-OVER", "CARRY-OVER", "IN-FORCE"))
                .body(
                        WARNINGS + ".pointer",
                        contains(
                                "/requests/carriedOver/naturalPerson",
                                "/requests/carriedOver/total",
                                "/proactiveDisclosure/normativeDocuments/inForce"))
                .body(WARNINGS + "[0].formula", equalTo("二[1] ≠ 上年四[0]"));
    }

    @Test
    void bringsAnExplainedRevisionIntoForce() {
        submitAll();

        explain("清理后 173 件失效")
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body(WARNINGS + "[0].state", equalTo("EXPLAINED"))
                .body(WARNINGS + "[0].explanation.reason", equalTo("清理后 173 件失效"))
                .body(WARNINGS + "[0].explanation.by", equalTo("submitter"))
                .body(WARNINGS + "[0].explanation.at", notNullValue());
        get("reports/350128-gov/2023").statusCode(200);
    }

    @Test
    void keepsAnExplanationOverRevisions_asLongAsTheSameIsCompared() {
        submitAll();
        explain("清理后 173 件失效");

        correct("reports/350128-gov/2023", changedTexts().json())
                .body("revision", equalTo(2))
                .body("status", equalTo("ACCEPTED"))
                .body(WARNINGS + "[0].state", equalTo("EXPLAINED"));
        correct("reports/350128-gov/2023", changedTexts().with(IN_FORCE, 471).json())
                .body("revision", equalTo(3))
                .body("status", equalTo("SUBMITTED"))
                .body(WARNINGS + "[0].state", equalTo("OPEN"))
                .body(WARNINGS + "[0].explanation.reason", equalTo("清理后 173 件失效"));
        get("reports/350128-gov/2023").body("proactiveDisclosure.normativeDocuments.inForce", equalTo(470));
    }

    @Test
    void acceptsOnlyExplanationsOfWarnings_allOrNone() {
        submitAll();
        String explanations = "reports/350128-gov/2023/explanations";

        post(
                        explanations,
                        List.of(
                                explanation(IN_FORCE, "清理后自然失效"),
                                explanation("/overview", "没有这条警告"),
                                explanation(IN_FORCE, " ")))
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-entry"))
                .body("findings.pointer", contains("/1", "/2/reason"));
        get("reports/350128-gov/2023/revisions/1/receipt").body(WARNINGS + "[0].state", equalTo("OPEN"));
        post(explanations, "[null]").statusCode(422);
        post(explanations, "[{\"rule\": 5}]").statusCode(422);
        post("reports/350128-gov/2024/explanations", List.of()).statusCode(404);
        post("reports/nobody/2024/explanations", List.of()).statusCode(404);
    }

    @Test
    void limitsTheNumberOfExplanations() {
        List<Map<String, String>> many =
                Collections.nCopies(1_001, Map.of("rule", "IN-FORCE", "pointer", "/overview", "reason", "理由"));
        post("reports/350128-gov/2023/explanations", many)
                .statusCode(422)
                .body("findings.pointer", contains(""))
                .body("findings.message", contains("说明最多 1000 条，请分次提交"));
        post("validations", Map.of("agency", "350128-gov", "year", 2023, "report", Map.of(), "explanations", many))
                .statusCode(422)
                .body("findings.pointer", contains("/explanations"));
    }

    @Test
    void checksTheNextYearAgain_whenAReportComesIntoForce() {
        submitAll();

        correct(
                        "reports/350128-gov/2022",
                        Drafts.of("350128-gov", 2022).with(IN_FORCE, 525).json())
                .body("status", equalTo("SUBMITTED"));
        get("reports/350128-gov/2023/revisions/1/receipt").body(WARNINGS + "[0].right", equalTo(643));
        explain(2022, "上年漏计 173 件").body("status", equalTo("ACCEPTED"));

        get("reports/350128-gov/2023/revisions/1/receipt")
                .body(WARNINGS, empty())
                .body("status", equalTo("ACCEPTED"))
                .body("decision.by", equalTo("system"));
        get("events?limit=1000")
                .body(
                        "items.findAll { it.year == 2023 }.type",
                        contains("REPORT_SUBMITTED", "FINDINGS_CHANGED", "REPORT_ACCEPTED"))
                .body("items.find { it.type == 'FINDINGS_CHANGED' }.detail.cause.year", equalTo(2022))
                .body("items.find { it.type == 'FINDINGS_CHANGED' }.detail.cause.revision", equalTo(2))
                .body("items.find { it.type == 'FINDINGS_CHANGED' }.detail.disappeared.rule", contains("IN-FORCE"));
    }

    @Test
    void warnsAboutAReportInForce_whenTheYearBeforeIsCorrected() {
        submit(GOV_2021);
        submit(GOV_2022).body("status", equalTo("ACCEPTED"));

        correct(
                        "reports/350128-gov/2021",
                        Drafts.of("350128-gov", 2021).withOneCarriedForward().json())
                .body("status", equalTo("ACCEPTED"));

        get("reports/350128-gov/2022/revisions/1/receipt")
                .body("status", equalTo("ACCEPTED"))
                .body(WARNINGS + ".rule", contains("CARRY-OVER", "CARRY-OVER"))
                .body(WARNINGS + "[0].left", equalTo(1))
                .body(WARNINGS + "[0].right", equalTo(2))
                .body(WARNINGS + ".state", contains("OPEN", "OPEN"));
    }

    @Test
    void carriesOverFromTheFormOf2019ToThatOf2021() {
        put("reports/350128-gov/2020", like2019().withOneCarriedForward().json())
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"));

        submit(GOV_2021)
                .body("status", equalTo("SUBMITTED"))
                .body(WARNINGS + ".rule", contains("CARRY-OVER", "CARRY-OVER"))
                .body(WARNINGS + "[0].formula", equalTo("二[0] ≠ 上年四[1]"));
        correct("reports/350128-gov/2020", like2019().json()).body("status", equalTo("ACCEPTED"));
        get("reports/350128-gov/2021/revisions/1/receipt").body("status", equalTo("ACCEPTED"));
    }

    /** In 2021 the number of licensing decisions was twelve times that of two years before. */
    @Test
    void findsAJumpBetweenReportsOnDifferentForms() {
        submit(ReportFiles.of("350128-gov", 2019)).body("status", equalTo("ACCEPTED"));

        submit(GOV_2021)
                .body(WARNINGS + ".rule", contains("FIGURE-JUMP"))
                .body(WARNINGS + ".pointer", contains("/proactiveDisclosure/licensingDecisions"))
                .body(WARNINGS + ".right", contains(181));
    }

    @Test
    void returnsARevisionWithAComment() {
        submitAll();

        post("reports/350128-gov/2023/decisions", Map.of("revision", 1, "decision", "RETURN"))
                .statusCode(422)
                .body("findings.pointer", contains("/comment"));
        decide(GOV_2023, 1, "RETURN")
                .statusCode(200)
                .body("status", equalTo("RETURNED"))
                .body("decision.decision", equalTo("RETURN"))
                .body("decision.comment", equalTo("意见"));

        explain("清理后自然失效").body("status", equalTo("RETURNED"));
        submit(GOV_2023)
                .statusCode(201)
                .body("revision", equalTo(2))
                .body("status", equalTo("ACCEPTED"))
                .body("decision.comment", nullValue());
    }

    @Test
    void refusesImpossibleDecisions() {
        submit(GOV_2021);
        submit(GOV_2022);
        submit(GOV_2023);

        decide(GOV_2022, 1, "RETURN")
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("detail", containsString("ACCEPTED"));
        decide(GOV_2022, 1, "ACCEPT").statusCode(409);
        decide(GOV_2023, 2, "ACCEPT").statusCode(404).body("type", equalTo("/problems/unknown-report"));
        decide(GOV_2023, 1, "PERHAPS").statusCode(422).body("findings.pointer", contains("/decision"));
        post("reports/350128-gov/2023/decisions", "{\"revision\": 1.5, \"decision\": \"ACCEPT\"}")
                .statusCode(422)
                .body("findings.pointer", contains("/revision"));
        post("reports/350128-gov/2023/decisions", "{}")
                .statusCode(422)
                .body("findings.pointer", contains("/revision", "/decision"));
        put(
                        "reports/350128-gov/2023",
                        Drafts.of("350128-gov", 2023).with(IN_FORCE, 643).json())
                .body("status", equalTo("ACCEPTED"));
        decide(GOV_2023, 1, "ACCEPT").statusCode(409).body("detail", containsString("2"));
        decide(GOV_2023, 1, "RETURN").statusCode(200);
    }

    @Test
    void linksFromTheReportInForceToTheRevisionThatWaits() {
        submit(GOV_2021);
        submit(GOV_2022);
        correct(
                        "reports/350128-gov/2022",
                        Drafts.of("350128-gov", 2022).with(IN_FORCE, 1).json())
                .body("status", equalTo("SUBMITTED"));

        get("reports/350128-gov/2022")
                .header("ETag", containsString("1-"))
                .header("Link", equalTo("</api/v1/reports/350128-gov/2022/revisions/2>; rel=\"latest-version\""))
                .body("proactiveDisclosure.normativeDocuments.inForce", equalTo(698));
        get("reports?agency=350128-gov&year=2022&status=SUBMITTED").body("items[0].revision", equalTo(2));
    }

    @Test
    void returnsTheAuditLogInParts_onceAndInOrder() {
        String registered = get("events?limit=1000").extract().path("next");
        submitAll();

        ValidatableResponse first = get("events?limit=2&after=" + registered).body("items", hasSize(2));
        String next = first.extract().path("next");
        get("events?limit=100&after=" + next)
                .body("items.type", contains("REPORT_SUBMITTED", "REPORT_ACCEPTED", "REPORT_SUBMITTED"))
                .body("items.id", not(contains(first.extract().<List<Integer>>path("items.id"))));
        String end = get("events?after=" + next).extract().path("next");
        get("events?after=" + end).body("items", empty()).body("next", equalTo(end));
        get("events?after=x").statusCode(400);
        get("events?limit=0").statusCode(400);
        get("events?limit=1001").statusCode(400);
    }

    private void submitAll() {
        submit(GOV_2021);
        submit(GOV_2022);
        submit(GOV_2023).body("status", equalTo("SUBMITTED"));
    }

    private static ValidatableResponse explain(String reason) {
        return explain(2023, reason);
    }

    private static ValidatableResponse explain(int year, String reason) {
        return post("reports/350128-gov/" + year + "/explanations", List.of(explanation(IN_FORCE, reason)));
    }

    private static Map<String, String> explanation(String pointer, String reason) {
        return Map.of("rule", "IN-FORCE", "pointer", pointer, "reason", reason);
    }

    private static Drafts changedTexts() {
        return Drafts.of("350128-gov", 2023).with("/overview", "更正：全年情况如下。");
    }

    private static Drafts like2019() {
        return Drafts.of("350128-gov", 2019).with("/proactiveDisclosure/licensingDecisions", 2000);
    }
}
