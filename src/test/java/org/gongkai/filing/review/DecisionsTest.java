package org.gongkai.filing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions on many reports, comments at cells, and four eyes. */
@QuarkusTest
class DecisionsTest extends ServiceTest {

    private static final String REPORT = "reports/350128-gov/2023";
    private static final RealReport GOV = ReportFiles.of("350128-gov", 2023);
    private static final String CELL = "/requests/newlyReceived/total";
    private static final List<Map<String, String>> COMMENTS =
            List.of(comment(CELL, "请核对新收数量"), comment("/overview", "请补充机构概况"));

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void decidesOnEachReportAlone() {
        waiting("350128-gov", 2023);
        waiting("350128-finance", 2023);
        waiting("350128-police", 2022);
        submit(ReportFiles.of("350128-police", 2024)).statusCode(201);

        decide(
                        decision("350128-gov", 2023, 1, "ACCEPT"),
                        decision("350128-finance", 2023, 7, "ACCEPT"),
                        decision("nobody", 2023, 1, "ACCEPT"),
                        decision("350128-police", 2022, 1, "RETURN", "comments", COMMENTS),
                        decision("350128-police", 2022, 1, "ACCEPT"),
                        decision("350128-police", 1999, 1, "ACCEPT"),
                        Map.of("agency", "350128-police", "year", "zwei"),
                        Map.of("revision", 1),
                        "nonsense")
                .statusCode(200)
                .body("line", contains(1, 2, 3, 4, 5, 6, 7, 8, 9))
                .body("status", contains(200, 404, 404, 200, 409, 404, 422, 422, 422))
                .body("[0].receipt.status", equalTo("ACCEPTED"))
                .body("[0].receipt.decision.by", equalTo("oversight"))
                .body("[1].problem.type", equalTo("/problems/unknown-report"))
                .body("[1].agency", equalTo("350128-finance"))
                .body("[2].problem.type", equalTo("/problems/unknown-agency"))
                .body("[3].receipt.decision.comments.pointer", contains(CELL, "/overview"))
                .body("[4].problem.type", equalTo("/problems/illegal-transition"))
                .body("[6].problem.findings.pointer", contains("/year"))
                .body("[7].problem.findings.pointer", contains("/agency", "/year"))
                .body("[8].agency", nullValue());
        get(REPORT).statusCode(200);
        get("reports/350128-finance/2023/revisions/1").body("status", equalTo("SUBMITTED"));
    }

    @Test
    void refusesADecisionOnARevisionThatIsNotTheNewest() {
        waiting("350128-gov", 2023);
        correct(REPORT, changed("第二稿")).body("revision", equalTo(2)).body("status", equalTo("SUBMITTED"));

        decide(decision("350128-gov", 2023, 1, "ACCEPT"), decision("350128-gov", 2023, 1, "RETURN"))
                .body("status", contains(412, 412))
                .body("[0].problem.detail", containsString("2"));
        decide(decision("350128-gov", 2023, 2, "ACCEPT")).body("status", contains(200));
        correct(REPORT, changed("第三稿")).body("revision", equalTo(3)).body("status", equalTo("SUBMITTED"));
        decide(decision("350128-gov", 2023, 2, "WITHDRAW")).body("status", contains(200));
    }

    @Test
    void limitsTheNumberOfDecisions() {
        post("decisions", Collections.nCopies(501, Map.of()))
                .statusCode(422)
                .body("findings.pointer", contains(""))
                .body("findings.message[0]", containsString("500"));
        post("decisions", List.of()).statusCode(200).body("", hasSize(0));
        post("decisions", "{}").statusCode(422);
        post("decisions", "").statusCode(400);
    }

    /** Of two requests at the same time, one decides on each report, and the other is told that it was late. */
    @Test
    void decidesOnceOnEachReport_alsoAtTheSameTime() {
        List<RealReport> reports = Stream.of("approval", "enforcement", "market", "transport")
                .map(name -> ReportFiles.of("350128-" + name, 2023))
                .toList();
        reports.forEach(report -> waiting(report.agency(), report.year()));
        Object[] decisions = reports.stream()
                .map(report -> decision(report.agency(), report.year(), 1, "ACCEPT"))
                .toArray();

        List<CompletableFuture<List<Integer>>> answers = IntStream.range(0, 3)
                .mapToObj(request -> CompletableFuture.supplyAsync(
                        () -> decide(decisions).extract().<List<Integer>>path("status")))
                .toList();

        for (int report = 0; report < decisions.length; report++) {
            int index = report;
            assertThat(answers.stream().map(answer -> answer.join().get(index)).sorted())
                    .containsExactly(200, 409, 409);
        }
    }

    @Test
    void keepsCommentsAtCells_forTheAgencyOnly() {
        waiting("350128-gov", 2023);

        post(REPORT + "/decisions", returned(COMMENTS))
                .statusCode(200)
                .body("decision.comments.comment", contains("请核对新收数量", "请补充机构概况"))
                .body("decision.comments[0].cell", containsString("表三"));
        String expected = "decision.comments.pointer";
        get(REPORT + "/revisions/1/receipt").body(expected, contains(CELL, "/overview"));
        get(REPORT + "/revisions").body("items[0]." + expected, contains(CELL, "/overview"));
        as(TestIssuer.submitter("350128-gov"))
                .get("/api/v1/" + REPORT + "/revisions/latest")
                .then()
                .body(expected, contains(CELL, "/overview"));
        get("events?limit=1000")
                .body(
                        "items.find { it.type == 'REPORT_RETURNED' }.detail.comments.pointer",
                        contains(CELL, "/overview"));
    }

    @Test
    void publishesCommentsAtCellsNoMoreThanTheComment() {
        waiting("350128-gov", 2023);
        Map<String, Object> accepted = returned(COMMENTS);
        accepted.put("decision", "ACCEPT");
        post(REPORT + "/decisions", accepted).statusCode(200);

        for (String path : List.of("/revisions/1", "/revisions/1/receipt")) {
            RestAssured.given()
                    .noFilters()
                    .get("/api/v1/" + REPORT + path)
                    .then()
                    .statusCode(200)
                    .body("decision.decision", equalTo("ACCEPT"))
                    .body("decision.comment", nullValue())
                    .body("decision.comments", nullValue());
        }
    }

    @Test
    void refusesCommentsElsewhere() {
        waiting("350128-gov", 2023);

        post(
                        REPORT + "/decisions",
                        returned(List.of(
                                comment("", "整份报告"),
                                comment("/requests/nothing", "没有这个格子"),
                                comment(CELL, " "),
                                comment("/requests", "整个表三"))))
                .statusCode(422)
                .body(
                        "findings.pointer",
                        contains("/comments/0/pointer", "/comments/1/pointer", "/comments/2/comment"));
        post(REPORT + "/decisions", returned(Collections.nCopies(201, comment(CELL, "意见"))))
                .statusCode(422)
                .body("findings.pointer", contains("/comments"));
        post(REPORT + "/decisions", returned(Collections.singletonList(null)))
                .statusCode(422)
                .body("findings.pointer", contains("/comments/0"));
        Map<String, Object> withdrawal = returned(COMMENTS);
        withdrawal.put("decision", "WITHDRAW");
        post(REPORT + "/decisions", withdrawal).statusCode(422).body("findings.pointer", contains("/comments"));
        get(REPORT + "/revisions/1").body("status", equalTo("SUBMITTED"));
    }

    @Test
    void refusesTheDecisionOfWhoeverSubmitted_alsoByBatch() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(List.of(Map.of("agency", "350128-gov", "year", 2023, "report", report("第一稿"))))
                .post("/api/v1/reports")
                .then()
                .statusCode(200)
                .body(containsString("SUBMITTED"));

        for (String decision : List.of("ACCEPT", "RETURN")) {
            decide(GOV, 1, decision)
                    .statusCode(403)
                    .body("type", equalTo("/problems/forbidden"))
                    .body("detail", containsString("gongkai.review.own-submissions"));
        }
        decide(decision("350128-gov", 2023, 1, "ACCEPT")).body("status", contains(403));
        as(colleague())
                .contentType(ContentType.JSON)
                .body(Map.of("revision", 1, "decision", "ACCEPT"))
                .post("/api/v1/" + REPORT + "/decisions")
                .then()
                .statusCode(200);
        decide(GOV, 1, "WITHDRAW").statusCode(403);
    }

    /** Automatic acceptance is no decision of a subject. */
    @Test
    void acceptsAutomaticallyWhatTheOfficeSubmits() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body(List.of(Map.of(
                        "agency",
                        "350128-police",
                        "year",
                        2024,
                        "report",
                        ReportFiles.of("350128-police", 2024).content())))
                .post("/api/v1/reports")
                .then()
                .body(containsString("ACCEPTED"));
    }

    private static void waiting(String agency, int year) {
        correct(
                        "reports/" + agency + "/" + year,
                        Drafts.of(agency, year).with("/otherMatters", "").json())
                .statusCode(201)
                .body("status", equalTo("SUBMITTED"));
    }

    private static String changed(String overview) {
        return report(overview).toString();
    }

    private static Object report(String overview) {
        return ((ObjectNode) GOV.content()).deepCopy().put("overview", overview).put("otherMatters", "");
    }

    private static Map<String, String> comment(String pointer, String comment) {
        return Map.of("pointer", pointer, "comment", comment);
    }

    private static Map<String, Object> returned(List<Map<String, String>> comments) {
        return new HashMap<>(Map.of("revision", 1, "decision", "RETURN", "comment", "见各处意见", "comments", comments));
    }

    private static Map<String, Object> decision(
            String agency, int year, int revision, String decision, Object... more) {
        Map<String, Object> members = new HashMap<>(
                Map.of("agency", agency, "year", year, "revision", revision, "decision", decision, "comment", "意见"));
        for (int i = 0; i < more.length; i += 2) {
            members.put((String) more[i], more[i + 1]);
        }
        return members;
    }

    private static ValidatableResponse decide(Object... decisions) {
        return post("decisions", new ArrayList<>(List.of(decisions)));
    }

    private static String colleague() {
        return TestIssuer.sign(TestIssuer.claims(Set.of("oversight"), List.of()).subject("colleague"));
    }

    private static RequestSpecification as(String token) {
        return RestAssured.given().noFilters().header("Authorization", "Bearer " + token);
    }
}
