package org.gongkai.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BatchDryRunTest extends ServiceTest {

    @BeforeEach
    void register() {
        registerAll();
    }

    /** All real reports, whose later years are compared with the earlier ones of the same batch. */
    @ParameterizedTest
    @ValueSource(strings = {"partial", "atomic"})
    void saysOfEachReportWhatBecomesOfIt(String mode) throws IOException {
        String batch = batch(ReportFiles.balanced());

        List<JsonNode> tried = lines(send(batch, mode, true));
        List<JsonNode> stored = lines(send(batch, mode, false));

        assertThat(tried).hasSameSizeAs(stored).hasSizeGreaterThan(10);
        for (int i = 0; i < tried.size(); i++) {
            assertThat(tried.get(i).get("status")).isEqualTo(stored.get(i).get("status"));
            assertThat(tried.get(i).has("receipt")).isFalse();
            JsonNode expected = tried.get(i).get("validation");
            assertThat(expected.get("valid").asBoolean()).isTrue();
            for (String member : List.of("status", "contentHash", "findings")) {
                assertThat(expected.get(member)).isEqualTo(stored.get(i).at("/receipt/" + member));
            }
        }
    }

    @Test
    void storesNothing() throws SQLException, IOException {
        long events = count("select count(*) from event");

        assertThat(lines(send(batch(ReportFiles.balanced()), "partial", true)))
                .allMatch(line -> line.get("status").asInt() == 201);

        get("reports").body("total", equalTo(0));
        assertThat(count("select count(*) from revision")).isZero();
        assertThat(count("select count(*) from event")).isEqualTo(events);
    }

    @Test
    void listsEveryFaultAndEveryOtherResult() throws IOException {
        List<RealReport> reports = ReportFiles.balanced().limit(2).toList();
        ObjectNode wrong = item(reports.get(0)).put("year", 1999);
        String batch = Stream.of(item(reports.get(0)), wrong, item(reports.get(1)))
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n"));

        List<JsonNode> partial = lines(
                send(batch, "partial", true).then().statusCode(200).extract().response());
        List<JsonNode> atomic = lines(
                send(batch, "atomic", true).then().statusCode(422).extract().response());

        assertThat(partial).extracting(line -> line.get("status").asInt()).containsExactly(201, 404, 201);
        assertThat(partial.get(2).get("validation").get("valid").asBoolean()).isTrue();
        assertThat(atomic).extracting(line -> line.get("status").asInt()).containsExactly(424, 404, 424);
        get("reports").body("total", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "atomic"})
    void refusesACodeThatNoDatabaseCanLookUp(String mode) throws IOException {
        RealReport report = ReportFiles.balanced().findFirst().orElseThrow();
        ObjectNode wrong = item(report).put("agency", "a\u0000b");

        List<JsonNode> lines = lines(send(wrong + "\n" + item(report), mode, true));

        assertThat(lines.get(0).get("status").asInt()).isEqualTo(422);
        assertThat(lines.get(0).at("/problem/findings/0/pointer").asText()).isEqualTo("/agency");
        assertThat(lines).hasSize(2);
    }

    @Test
    void saysThatTheSameContentIsStoredAlready() throws IOException {
        RealReport report = ReportFiles.balanced().findFirst().orElseThrow();
        putInForce(report);

        List<JsonNode> lines = lines(send(item(report).toString(), "partial", true));

        assertThat(lines).extracting(line -> line.get("status").asInt()).containsExactly(200);
        assertThat(lines.get(0).at("/validation/status").asText()).isEqualTo("ACCEPTED");
    }

    @Test
    void refusesWhatIsNeitherTrueNorFalse_andAnEmptyBatch() {
        RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .header("Accept-Language", "en")
                .body("{}".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports?dryRun=maybe")
                .then()
                .statusCode(400)
                .body("detail", containsString("dryRun"));
        send("", "partial", true).then().statusCode(400);
    }

    private static Response send(String batch, String mode, boolean dryRun) {
        return RestAssured.given()
                .header("Content-Type", "application/x-ndjson")
                .body(batch.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/reports?mode=" + mode + "&dryRun=" + dryRun);
    }

    private static String batch(Stream<RealReport> reports) {
        return reports.map(report -> item(report).toString()).collect(Collectors.joining("\n"));
    }

    private static ObjectNode item(RealReport report) {
        ObjectNode item = ReportFiles.JSON
                .createObjectNode()
                .put("agency", report.agency())
                .put("year", report.year());
        item.set("report", report.content());
        return item;
    }

    private static List<JsonNode> lines(Response response) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : response.asString().split("\n")) {
            lines.add(ReportFiles.JSON.readTree(line));
        }
        return lines;
    }
}
