package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.Metrics;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Submissions are counted by their outcome. */
@QuarkusTest
class SubmissionMetricsTest extends ServiceTest {

    /** A report that can be stored, and one whose arithmetic is wrong. */
    private static final ReportFiles.RealReport VALID = ReportFiles.of("350128-police", 2024);

    private static final ReportFiles.RealReport INVALID = ReportFiles.of("350128-resources", 2023);

    private Metrics before;

    @BeforeEach
    void register() {
        registerAll();
        before = Metrics.scrape();
    }

    @Test
    void countsStoredUnchangedAndRefusedReports() {
        submit(VALID).statusCode(201);
        submit(VALID).statusCode(200);
        submit(VALID).statusCode(200);
        submit(INVALID).statusCode(422);
        put("reports/350128-police/2023", "{").statusCode(400);

        assertThat(increase("gongkai_submissions_total"))
                .isEqualTo(Map.of(
                        submissions("stored", "single"), 1.0,
                        submissions("unchanged", "single"), 2.0,
                        submissions("refused", "single"), 2.0));
    }

    @Test
    void countsFindings_onceForEachRevision() {
        Map<String, Long> found = Stream.of(submit(VALID), submit(INVALID))
                .flatMap(answer -> answer.extract().<Map<String, String>>path("findings") == null
                        ? Stream.of()
                        : answer.extract().jsonPath().getList("findings.rule", String.class).stream())
                .collect(Collectors.groupingBy(rule -> rule, Collectors.counting()));
        submit(VALID).statusCode(200);

        assertThat(found).isNotEmpty();
        assertThat(increase("gongkai_findings_total").entrySet().stream()
                        .collect(Collectors.toMap(
                                series -> series.getKey().replaceAll(".*rule=\"([^\"]*)\".*", "$1"),
                                series -> series.getValue().longValue())))
                .isEqualTo(found);
    }

    @Test
    void countsEachItemOfABatch() {
        batch("partial", item(VALID), item(VALID), item(INVALID), "nothing");

        assertThat(increase("gongkai_submissions_total"))
                .isEqualTo(Map.of(
                        submissions("stored", "batch"), 1.0,
                        submissions("unchanged", "batch"), 1.0,
                        submissions("refused", "batch"), 2.0));
    }

    @Test
    void countsItemsOfAnAbortedBatchAsAborted() {
        batch("atomic", item(VALID), item(INVALID), item(ReportFiles.of("350128-police", 2022)));

        assertThat(increase("gongkai_submissions_total"))
                .isEqualTo(Map.of(submissions("aborted", "batch"), 2.0, submissions("refused", "batch"), 1.0));
        assertThat(increase("gongkai_findings_total"))
                .allSatisfy((series, number) -> assertThat(series).contains("severity=\"error\""));
        assertThat(increase("gongkai_decisions_total")).isEmpty();

        batch("atomic", item(VALID));

        assertThat(increase("gongkai_submissions_total")).containsEntry(submissions("stored", "batch"), 1.0);
        assertThat(increase("gongkai_decisions_total")).hasSize(1);
    }

    @Test
    void countsFailuresOfTheService() throws SQLException {
        execute("alter table revision rename to hidden");
        try {
            submit(VALID).statusCode(500);
        } finally {
            execute("alter table hidden rename to revision");
        }

        assertThat(increase("gongkai_submissions_total")).isEqualTo(Map.of(submissions("failed", "single"), 1.0));
    }

    @Test
    void countsDecisions() {
        ReportFiles.RealReport warned = ReportFiles.of("350128-finance", 2024);
        submit(VALID).statusCode(201);
        submit(ReportFiles.of("350128-finance", 2023)).statusCode(201);
        int revision = submit(warned).statusCode(201).extract().path("revision");
        decide(warned, revision, "RETURN").statusCode(200);
        decide(warned, revision, "ACCEPT").statusCode(409);

        assertThat(increase("gongkai_decisions_total"))
                .containsEntry("gongkai_decisions_total{by=\"system\",decision=\"accept\"}", 2.0)
                .containsEntry("gongkai_decisions_total{by=\"office\",decision=\"return\"}", 1.0)
                .hasSize(2);
    }

    private Map<String, Double> increase(String metric) {
        return Metrics.scrape().since(before, metric);
    }

    private static String submissions(String outcome, String channel) {
        return "gongkai_submissions_total{channel=\"" + channel + "\",outcome=\"" + outcome + "\"}";
    }

    private static String item(ReportFiles.RealReport report) {
        ObjectNode item = ReportFiles.JSON.createObjectNode();
        item.put("agency", report.agency()).put("year", report.year()).set("report", report.content());
        return item.toString();
    }

    private static void batch(String mode, String... items) {
        RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .body(String.join("\n", items).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports?mode=" + mode)
                .then()
                .extract()
                .asString();
    }
}
