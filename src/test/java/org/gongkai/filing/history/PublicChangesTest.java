package org.gongkai.filing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public feed of changes of the reports in force. */
@QuarkusTest
class PublicChangesTest extends ServiceTest {

    private static final RealReport POLICE = ReportFiles.of("350128-police", 2024);
    private static final String REPORT = "reports/350128-police/2024";

    /** A report with an open warning, so it waits. */
    private static final RealReport WAITING = ReportFiles.of("350128-finance", 2024);

    @BeforeEach
    void register() {
        registerAll();
    }

    private static ValidatableResponse changes(String query) {
        return RestAssured.given().noFilters().get("/api/v1/changes" + query).then();
    }

    private static void decide(int revision, String decision, boolean reinstatePrevious) {
        post(
                        REPORT + "/decisions",
                        Map.of(
                                "revision", revision,
                                "decision", decision,
                                "comment", "报错年度",
                                "reinstatePrevious", reinstatePrevious))
                .statusCode(200);
    }

    private static String corrected(String overview) {
        return Drafts.of("350128-police", 2024).with("/overview", overview).json();
    }

    /** Submits a correction, which the office accepts if it waits. */
    private static void correct(int revision, String overview) {
        String status =
                correct(REPORT, corrected(overview)).statusCode(201).extract().path("status");
        if (status.equals("SUBMITTED")) {
            post(REPORT + "/decisions", Map.of("revision", revision, "decision", "ACCEPT", "comment", "意见"))
                    .statusCode(200);
        }
    }

    @Test
    void listsWhatWasAcceptedCorrectedWithdrawnAndPutInForceAgain() {
        putInForce(POLICE);
        correct(2, "更正后的总体情况。");
        decide(2, "WITHDRAW", true);
        decide(1, "WITHDRAW", false);

        ValidatableResponse answer = changes("")
                .statusCode(200)
                .body("items.type", contains("ACCEPTED", "CORRECTED", "WITHDRAWN", "REINSTATED", "WITHDRAWN"))
                .body("items.revision", contains(1, 2, 2, 1, 1))
                .body("items.year.unique()", contains(2024))
                .body("items.agency.code.unique()", contains("350128-police"))
                .body("items.agency.name.unique()", contains("平潭综合实验区公安局"));

        List<String> hashes = answer.extract().path("items.contentHash");
        assertThat(hashes.get(0)).isEqualTo(hashes.get(3)).isEqualTo(hashes.get(4));
        assertThat(hashes.get(1)).isEqualTo(hashes.get(2)).isNotEqualTo(hashes.get(0));
        assertThat(get(REPORT + "/revisions/1").extract().<String>path("contentHash"))
                .isEqualTo(hashes.get(0));
    }

    @Test
    void namesNoPersonsAndNoReasonsOfDecisions() {
        submit(POLICE).body("status", equalTo("ACCEPTED"));
        decide(1, "WITHDRAW", false);

        ValidatableResponse answer = changes("");

        List<Map<String, Object>> items = answer.extract().path("items");
        assertThat(items).hasSize(2).allSatisfy(item -> assertThat(item.keySet())
                .isEqualTo(Set.of("id", "at", "type", "agency", "year", "revision", "contentHash")));
        assertThat(answer.extract().asString()).doesNotContain("oversight", "submitter", "127.0.0.1", "报错年度");
    }

    @Test
    void saysNothingAboutRevisionsThatWereNeverInForce() {
        putInForce(ReportFiles.of("350128-finance", 2023));
        String cursor = changes("").extract().path("next");
        submit(WAITING).statusCode(201).body("status", equalTo("SUBMITTED"));
        decide(WAITING, 1, "RETURN").statusCode(200);
        submit(WAITING).statusCode(201).body("status", equalTo("SUBMITTED"));
        delete("reports/350128-finance/2024/revisions/2").statusCode(200);

        changes("").body("items.year", contains(2023));
        changes("?after=" + cursor).body("items", empty()).body("next", equalTo(cursor));
    }

    @Test
    void isReadPartByPart() {
        putInForce(POLICE);
        correct(2, "更正后的总体情况。");
        decide(2, "WITHDRAW", true);
        List<Integer> whole = changes("").extract().path("items.id");

        List<Integer> ids = new ArrayList<>();
        String cursor = "0-0";
        for (int part = 0; part < whole.size(); part++) {
            ValidatableResponse answer = changes("?limit=1&after=" + cursor);
            ids.addAll(answer.extract().path("items.id"));
            cursor = answer.extract().path("next");
        }

        assertThat(ids).isEqualTo(whole);
        changes("?after=" + cursor).body("items", empty()).body("next", equalTo(cursor));
        putInForce(ReportFiles.of("430212-finance", 2023));
        changes("?after=" + cursor).body("items.agency.code", contains("430212-finance"));
    }

    /** An event gets its number before its transaction commits. A reader with a later cursor must not miss it. */
    @Test
    void listsNoChangeAfterAnOpenTransaction() throws Exception {
        putInForce(POLICE);
        String cursor = changes("").extract().path("next");
        try (Connection open = connection();
                Statement statement = open.createStatement()) {
            open.setAutoCommit(false);
            statement.execute("insert into event (at, actor, type, subject, agency, year, revision, detail)"
                    + " values (now(), 'slow', 'REPORT_REINSTATED', 'reports', '350128-police', 2024, 1, '{}')");
            putInForce(ReportFiles.of("430212-finance", 2023));

            changes("?after=" + cursor).body("items", empty()).body("next", equalTo(cursor));
            open.commit();
        }

        changes("?after=" + cursor).body("items.type", contains("REINSTATED", "ACCEPTED"));
    }

    @Test
    void refusesACursorThatItDidNotIssue() {
        changes("?after=99999999999-1").statusCode(410).body("type", equalTo("/problems/cursor-gone"));
        changes("?after=yesterday").statusCode(400).body("type", equalTo("/problems/invalid-parameter"));
        changes("?limit=1001").statusCode(400);
    }
}
