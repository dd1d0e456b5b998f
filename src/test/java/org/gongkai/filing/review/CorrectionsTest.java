package org.gongkai.filing.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.gongkai.filing.Drafts;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reports of nine years that are corrected at random, so that the findings of one year often depend on another. */
@QuarkusTest
class CorrectionsTest extends ServiceTest {

    private static final int FIRST = 2021;
    private static final int YEARS = 5;
    private static final String ONE_BY_ONE = "350128-police";
    private static final String TOGETHER = "350128-transport";

    @BeforeEach
    void register() {
        registerAll();
    }

    /** The stored findings of a revision are the findings of a validation of the same report. */
    @Tag("thorough")
    @Test
    void storesTheFindingsThatANewCheckWouldMake() {
        Random random = new Random(20260101);
        for (Correction correction : corrections(random)) {
            Map<String, ?> receipt = correct("reports/" + ONE_BY_ONE + "/" + correction.year(), correction.report())
                    .extract()
                    .path("");
            if (receipt.get("status").equals("SUBMITTED") && random.nextInt(3) > 0) {
                post(
                        "reports/" + ONE_BY_ONE + "/" + correction.year() + "/decisions",
                        Map.of("revision", receipt.get("revision"), "decision", "ACCEPT"));
            }
        }

        int compared = 0;
        for (int year = FIRST; year < FIRST + YEARS; year++) {
            String path = "reports/" + ONE_BY_ONE + "/" + year;
            Integer inForce =
                    get(path + "/revisions").extract().path("items.find { it.status == 'ACCEPTED' }.revision");
            if (inForce != null) {
                JsonNode stored = read(get(path + "/revisions/" + inForce + "/receipt")
                        .extract()
                        .asString());
                JsonNode report = read(get(path).extract().asString());
                JsonNode validated =
                        read(post("validations", item(ONE_BY_ONE, year, report).toString())
                                .extract()
                                .asString());
                assertThat(stored.get("findings")).as(path).isEqualTo(validated.get("findings"));
                compared += stored.get("findings").size();
            }
        }
        assertThat(compared).isPositive();
        get("events?limit=1000").body("items.findAll { it.type == 'FINDINGS_CHANGED' }.size()", greaterThan(10));
    }

    @Tag("thorough")
    @Test
    void storesABatchLikeSingleSubmissions() {
        List<Correction> corrections = corrections(new Random(20260102));
        List<JsonNode> singly = new ArrayList<>();
        List<JsonNode> together = new ArrayList<>();
        for (Correction correction : corrections) {
            singly.add(read(correct("reports/" + ONE_BY_ONE + "/" + correction.year(), correction.report())
                    .extract()
                    .asString()));
        }
        batches(corrections).forEach(batch -> together.addAll(receipts(batch)));

        assertThat(together)
                .extracting(CorrectionsTest::comparable)
                .isEqualTo(singly.stream().map(CorrectionsTest::comparable).toList());
        assertThat(auditLog(TOGETHER)).isNotEmpty().isEqualTo(auditLog(ONE_BY_ONE));
    }

    /** Splits corrections into batches without a repeated year. */
    private static List<List<Correction>> batches(List<Correction> corrections) {
        List<List<Correction>> batches = new ArrayList<>(List.of(new ArrayList<>()));
        for (Correction correction : corrections) {
            boolean repeats =
                    batches.get(batches.size() - 1).stream().anyMatch(other -> other.year() == correction.year());
            if (repeats) {
                batches.add(new ArrayList<>());
            }
            batches.get(batches.size() - 1).add(correction);
        }
        return batches;
    }

    private static List<JsonNode> receipts(List<Correction> batch) {
        String items = batch.stream()
                .map(correction -> item(TOGETHER, correction.year(), distinct(correction.report()))
                        .toString())
                .collect(Collectors.joining("\n"));
        return RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .body(items.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports")
                .asString()
                .lines()
                .map(line -> read(line).get("receipt"))
                .toList();
    }

    private static List<Correction> corrections(Random random) {
        List<Correction> corrections = new ArrayList<>();
        for (int number = 0; number < 60; number++) {
            Drafts draft = Drafts.of(ONE_BY_ONE, 2022)
                    .with(
                            "/proactiveDisclosure/licensingDecisions",
                            List.of(0, 9, 90, 4000).get(random.nextInt(4)))
                    .with("/proactiveDisclosure/normativeDocuments/inForce", random.nextInt(3));
            corrections.add(new Correction(
                    FIRST + random.nextInt(YEARS),
                    (random.nextInt(4) == 0 ? draft.withOneCarriedForward() : draft).json()));
        }
        return corrections;
    }

    /** Returns another report with the same findings: the report of another agency would get a warning. */
    private static JsonNode distinct(String report) {
        JsonNode distinct = read(report);
        ((ObjectNode) distinct.get("proactiveDisclosure")).put("administrativeFees", 0.01);
        return distinct;
    }

    private static List<?> comparable(JsonNode receipt) {
        return List.of(receipt.get("year"), receipt.get("revision"), receipt.get("status"), receipt.get("findings"));
    }

    private static List<List<?>> auditLog(String agency) {
        List<Map<String, ?>> events = get("events?limit=1000")
                .extract()
                .path("items.findAll { it.revision && it.agency == '" + agency + "' }");
        return events.stream()
                .<List<?>>map(event ->
                        List.of(event.get("type"), event.get("year"), event.get("revision"), event.get("detail")))
                .toList();
    }

    private static ObjectNode item(String agency, int year, JsonNode report) {
        ObjectNode item =
                ReportFiles.JSON.createObjectNode().put("agency", agency).put("year", year);
        item.set("report", report);
        return item.put("changeReason", CHANGE_REASON);
    }

    private static JsonNode read(String json) {
        try {
            return ReportFiles.JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A report for a year, as JSON. */
    private record Correction(int year, String report) {}
}
