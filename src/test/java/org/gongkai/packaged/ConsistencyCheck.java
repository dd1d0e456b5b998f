package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.gongkai.testing.ReportFiles;

/** Compares the stored revisions with all receipts, and the roll-ups with a recount. */
final class ConsistencyCheck {

    private static final List<String> FIGURES = List.of(
            "requests.newlyReceived",
            "requests.outcomes.refused.stateSecret",
            "requests.outcomes.total",
            "disputes.litigation.direct");

    private final KillableDatabase database;
    private final Callable<RequestSpecification> oversight;

    ConsistencyCheck(KillableDatabase database, Callable<RequestSpecification> oversight) {
        this.database = database;
        this.oversight = oversight;
    }

    /**
     * Runs all checks.
     *
     * @param receipts all receipts that were issued
     * @param revisions the expected number of revisions of each report
     */
    void run(Collection<FaultInjectionRun.IssuedReceipt> receipts, int revisions) throws Exception {
        everyReceiptHasItsRevision(receipts);
        noRevisionIsStoredTwice(revisions);
        everyRevisionIsInTheAuditLogOnce();
        rollUpsEqualARecount();
    }

    private void everyReceiptHasItsRevision(Collection<FaultInjectionRun.IssuedReceipt> receipts) throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        Map<String, JsonNode> contents = new TreeMap<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select agency || '/' || year || '/' || revision, content_hash, content from revision")) {
            while (rows.next()) {
                hashes.put(rows.getString(1), rows.getString(2));
                contents.put(rows.getString(1), ReportFiles.JSON.readTree(rows.getString(3)));
            }
        }
        for (FaultInjectionRun.IssuedReceipt issuedReceipt : receipts) {
            assertThat(hashes.get(issuedReceipt.revision()))
                    .as(issuedReceipt.revision())
                    .isEqualTo(issuedReceipt.receipt().get("contentHash").asText());
            assertThat(contents.get(issuedReceipt.revision()).get("requests"))
                    .isEqualTo(ReportFiles.JSON.readTree(
                            issuedReceipt.content().get("requests").toString()));
        }
    }

    /** Checks that a report that was sent again, because its receipt was lost, is stored only once. */
    private void noRevisionIsStoredTwice(int revisions) throws Exception {
        assertThat(database.count("select count(*) from (select from revision group by agency, year"
                        + " having count(*) <> " + revisions + " or max(revision) <> " + revisions
                        + " or count(distinct content_hash) <> " + revisions + ") wrong"))
                .isZero();
        assertThat(database.count("select count(*) from filing f where revision <> " + revisions))
                .isZero();
    }

    private void everyRevisionIsInTheAuditLogOnce() throws Exception {
        List<String> logged = new ArrayList<>();
        JsonPath part;
        String cursor = "0-0";
        do {
            Response answer = oversight.call().get("/api/v1/events?limit=1000&after=" + cursor);
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            part = answer.jsonPath();
            part.<Map<String, Object>>getList("items").stream()
                    .filter(event -> event.get("type").equals("REPORT_SUBMITTED"))
                    .map(event -> event.get("agency") + "/" + event.get("year") + "/" + event.get("revision"))
                    .forEach(logged::add);
            cursor = part.getString("next");
        } while (!part.getList("items").isEmpty());
        List<String> stored = new ArrayList<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("select agency || '/' || year || '/' || revision from revision")) {
            while (rows.next()) {
                stored.add(rows.getString(1));
            }
        }
        assertThat(logged).containsExactlyInAnyOrderElementsOf(stored);
    }

    private void rollUpsEqualARecount() throws Exception {
        for (String figure : FIGURES) {
            for (String basis : List.of("accepted", "submitted")) {
                assertThat(rollUp(figure, basis)).as(figure + " " + basis).isEqualTo(recount(figure, basis));
            }
        }
    }

    private Map<String, Long> rollUp(String figure, String basis) throws Exception {
        Response answer = oversight
                .call()
                .get("/api/v1/statistics?groupBy=agency,year&figure={figure}&basis={basis}", figure, basis);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        Map<String, Long> sums = new TreeMap<>();
        for (JsonNode row : ReportFiles.JSON.readTree(answer.asString()).get("rows")) {
            if (row.get("reports").asInt() > 0) {
                sums.put(
                        row.at("/agency/code").asText() + "/" + row.get("year").asInt(),
                        row.get("value").asLong());
            }
        }
        return sums;
    }

    /** Adds up the figures from the submitted reports only. */
    private Map<String, Long> recount(String figure, String basis) throws Exception {
        String counted = basis.equals("accepted")
                ? "status = 'ACCEPTED'"
                : "revision = (select revision from filing f where f.agency = r.agency and f.year = r.year)";
        Map<String, Long> sums = new TreeMap<>();
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select agency || '/' || year, content #>> '{"
                        + figure.replace('.', ',') + ",total}' from revision r where " + counted)) {
            while (rows.next()) {
                sums.put(rows.getString(1), rows.getLong(2));
            }
        }
        return sums;
    }
}
