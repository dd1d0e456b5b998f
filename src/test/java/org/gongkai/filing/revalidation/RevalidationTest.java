package org.gongkai.filing.revalidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Runs over real reports. Findings are changed behind the back of the service, as an older rule book would have left them;
 * those of the current one are known, because the service computed them when the reports were submitted.
 */
@QuarkusTest
class RevalidationTest extends ServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @BeforeEach
    void submitReports() {
        fixture("revalidations", () -> {
            registerAll();
            ReportFiles.balanced().forEach(report -> submit(report).statusCode(201));
            decide(ReportFiles.of("350128-gov", 2023), 1, "ACCEPT").statusCode(200);
        });
    }

    /** A first run adds what the reports of other agencies have changed since a report was submitted. */
    @Test
    void givesStoredReportsTheFindingsOfTheCurrentBook() throws SQLException {
        finished(start(Map.of()).extract().path("id")).body("state", equalTo("DONE"));
        List<String> current = rows("select agency, year, revision, rule, pointer, compared, position from finding");
        List<String> revisions =
                rows("select agency, year, revision, status, content_hash, content::text from revision");
        long events = count("select count(*) from event");
        String rule =
                rows("select rule from finding where rule <> 'IN-FORCE' group by rule order by count(*) desc limit 1")
                        .get(0)
                        .replace("|", "");
        List<String> missing = rows(CHANGED.formatted("ADDED", "f.rule = '" + rule + "'"));
        execute("delete from finding where rule = '" + rule + "'");
        execute("update finding set pointer = '/otherMatters', fault = fault || '{\"pointer\": \"/otherMatters\"}'"
                + " where rule = 'IN-FORCE' and pointer like '%normative%'");
        List<String> wrong = rows(CHANGED.formatted("REMOVED", "f.pointer = '/otherMatters' and f.rule = 'IN-FORCE'"));

        int id = start(Map.of()).extract().path("id");
        ValidatableResponse done = finished(id);

        long reports = count("select count(*) from revision where status in ('ACCEPTED', 'SUBMITTED')");
        done.body("state", equalTo("DONE"))
                .body("ruleBook", equalTo(RuleBook.VERSION))
                .body("total", equalTo((int) reports))
                .body("checked", equalTo((int) reports))
                .body("removed", equalTo(wrong.size()))
                .body("added", equalTo(missing.size() + wrong.size()))
                .body("rules.rule", hasItem(rule));
        assertThat(missing).isNotEmpty();
        assertThat(rows("select agency, year, revision, rule, pointer, compared, position from finding"))
                .isEqualTo(current);
        assertThat(rows("select agency, year, revision, status, content_hash, content::text from revision"))
                .isEqualTo(revisions);
        assertThat(count("select count(*) from event")).isEqualTo(events + 2);
        assertThat(count("select count(*) from event where type = 'REPORTS_REVALIDATED'"))
                .isEqualTo(2);
        List<String> changes = rows(
                "select kind, agency, year, revision, rule, pointer, fault ->> 'formula' from revalidation_change where revalidation = "
                        + id);
        assertThat(changes).containsAll(missing).containsAll(wrong).hasSize(missing.size() + 2 * wrong.size());
        get("revalidations/" + id + "/changes?size=500")
                .body("total", equalTo(changes.size()))
                .body("items.finding.rule", hasItem(rule));
        get("revalidations").body("total", equalTo(2)).body("items[0].id", equalTo(id));
    }

    private static final String CHANGED =
            "select '%s', f.agency, f.year, f.revision, f.rule, f.pointer, f.fault ->> 'formula' from finding f join revision r"
                    + " using (agency, year, revision) where r.status in ('ACCEPTED', 'SUBMITTED') and %s";

    @Test
    void keepsAReportInForceThatBreaksAnError_andShowsIt() throws SQLException {
        execute("begin; set local session_replication_role = replica;"
                + " update revision set content = jsonb_set(content::jsonb, '{requests,newlyReceived,total}', '99999')::json"
                + " where agency = '350128-gov' and year = 2023; commit");

        finished(start(Map.of("years", List.of(2023), "district", "350000"))
                        .extract()
                        .path("id"))
                .body("state", equalTo("DONE"));

        get("reports/350128-gov/2023/revisions/1")
                .body("status", equalTo("ACCEPTED"))
                .body("findings.rule", hasItem("T3-ROW-TOTAL"))
                .body("findings.severity", hasItem("ERROR"));
    }

    @Test
    void putsReopenedWarningsOnTheWorkList() throws SQLException {
        String[] report = rows("select agency, year from finding join revision using (agency, year, revision)"
                        + " where severity = 'WARNING' and status = 'SUBMITTED'")
                .get(0)
                .split("\\|");
        String agency = report[0];
        int year = Integer.parseInt(report[1]);
        decide(ReportFiles.of(agency, year), 1, "ACCEPT").statusCode(200);
        execute("delete from finding where severity = 'WARNING' and agency = '%s' and year = %s"
                .formatted(agency, year));
        get("work-list?state=REOPENED&agency=" + agency).body("total", equalTo(0));

        finished(start(Map.of("years", List.of(year))).extract().path("id"));

        get("work-list?state=REOPENED&agency=" + agency)
                .body("total", equalTo(1))
                .body("items[0].state", equalTo("REOPENED"));
    }

    @Test
    void goesOnWithTheRunOfAReplicaThatDied() throws SQLException {
        insertRunning("'-1 second'", "350128-gov");

        finished(1).body("state", equalTo("DONE")).body("startedBy", equalTo("someone"));

        assertThat(count("select checked from revalidation"))
                .isEqualTo(count("select count(*) from revision where status in ('ACCEPTED', 'SUBMITTED')"
                        + " and agency > '350128-gov'"));
    }

    @Test
    void runsOnceAtATime_andCanBeCancelled() throws SQLException {
        insertRunning("'1 hour'", "");

        post("revalidations", Map.of()).statusCode(409).body("type", equalTo("/problems/illegal-transition"));
        delete("revalidations/1")
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("checked", equalTo(0))
                .body("finishedAt", notNullValue());
        delete("revalidations/1").statusCode(409);
        assertThat(events("detail ->> 'state'")).containsExactly("REVALIDATION_CANCELLED|revalidations/1|t|CANCELLED|");
        get("revalidations/1").body("state", equalTo("CANCELLED")).body("years", nullValue());
    }

    @Test
    void tellsThatDepartmentsHaveReportedSinceTheirGovernment() throws SQLException {
        execute("delete from finding where rule = 'CONSOLIDATION'");
        execute("delete from finding where rule = 'IN-FORCE'");

        int id = start(Map.of()).extract().path("id");
        finished(id);

        ValidatableResponse changes = get("revalidations/" + id + "/changes?size=500");
        changes.body("items.findAll { it.finding.rule == 'CONSOLIDATION' }.reason", hasItem("DEPARTMENTS"))
                .body("items.findAll { it.finding.rule == 'IN-FORCE' }.reason", everyItem(equalTo("OTHER_DATA")));
    }

    @Test
    void tellsThatTheRulesHaveChanged() throws SQLException {
        execute(
                "begin; set local session_replication_role = replica; update revision set rule_book = '2020.1'; commit");
        execute("delete from finding where rule = 'IN-FORCE'");

        int id = start(Map.of()).extract().path("id");
        finished(id);

        get("revalidations/" + id + "/changes?size=500")
                .body("items.findAll { it.finding.rule == 'IN-FORCE' }.reason", not(empty()))
                .body("items.findAll { it.finding.rule == 'IN-FORCE' }.reason", everyItem(equalTo("RULE_BOOK")));
    }

    @Test
    void recordsItsStartAndItsEnd() throws SQLException {
        int id = start(Map.of("years", List.of(2023), "district", "350128"))
                .extract()
                .path("id");
        finished(id);

        assertThat(events("coalesce(detail ->> 'state', detail ->> 'district')"))
                .containsExactly(
                        "REPORTS_REVALIDATED|revalidations/%s|f|DONE|".formatted(id),
                        "REVALIDATION_STARTED|revalidations/%s|t|350128|".formatted(id));
        assertThat(
                        rows(
                                "select detail ->> 'years', detail ->> 'ruleBook' from event where type = 'REVALIDATION_STARTED'"))
                .containsExactly("[2023]|" + RuleBook.VERSION + "|");
    }

    /** Returns the events of runs: type, run, whether the address of a caller is known, and a detail. */
    private List<String> events(String detail) throws SQLException {
        return rows("select type, subject, address is not null, %s from event where subject like 'revalidations/%%'"
                .formatted(detail));
    }

    @Test
    void refusesWrongRequests() {
        post("revalidations", Map.of("years", List.of(1999)))
                .statusCode(422)
                .body("findings.pointer", equalTo(List.of("/years/0")));
        post("revalidations", Map.of("district", "999999")).statusCode(404);
        get("revalidations/77").statusCode(404).body("type", equalTo("/problems/unknown-revalidation"));
        get("revalidations/x").statusCode(400);
    }

    private void insertRunning(String leased, String after) throws SQLException {
        execute("""
                insert into revalidation (id, state, rule_book, total, checked, after_agency, started_at, started_by, failures,
                                          lease, leased_until)
                overriding system value
                values (1, 'RUNNING', '2026.1', 0, 0, '%s', now(), 'someone', 0, gen_random_uuid(),
                        clock_timestamp() + interval %s)""".formatted(after, leased));
    }

    private static ValidatableResponse start(Map<String, Object> request) {
        return post("revalidations", request).statusCode(202).body("state", equalTo("RUNNING"));
    }

    private static ValidatableResponse finished(int id) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        ValidatableResponse run = get("revalidations/" + id).statusCode(200);
        while (run.extract().path("state").equals("RUNNING") && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            run = get("revalidations/" + id);
        }
        return run;
    }

    private List<String> rows(String sql) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    row.append(rows.getString(column)).append('|');
                }
                found.add(row.toString());
            }
        }
        return new ArrayList<>(found);
    }
}
