package org.gongkai.filing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.testing.TestIssuer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(120)
class BatchTest extends ServiceTest {

    private static final String NDJSON = "application/x-ndjson";

    @TestHTTPResource("/api/v1/reports")
    URL reports;

    @BeforeEach
    void register() {
        registerAll();
    }

    @Test
    void returnsALinePerItemInOrder_andStoresTheOthers_whenOneIsRejected() {
        String batch = String.join(
                "\n",
                item("350128-police", 2022).toString(),
                "{\"agency\": \"350128-police\", \"year\": 2023, \"report\": {{",
                "",
                item("350128-police", 2024).put("agency", "nobody").toString(),
                item("350128-police", 2024).put("year", 1999).toString(),
                item("350128-resources", 2023).toString(),
                item("350128-police", 2024).put("ifMatch", "*").toString(),
                "[]",
                item("350128-police", 2024).toString());

        List<JsonNode> lines = lines(
                send(batch, NDJSON, "partial").then().statusCode(200).extract().response());

        assertThat(lines).extracting(line -> line.get("line").asInt()).containsExactly(1, 2, 4, 5, 6, 7, 8, 9);
        assertThat(lines)
                .extracting(line -> line.get("status").asInt())
                .containsExactly(201, 400, 404, 404, 422, 422, 422, 201);
        assertThat(lines)
                .extracting(line -> line.at("/problem/type").asText())
                .containsExactly(
                        "",
                        "/problems/malformed-json",
                        "/problems/unknown-agency",
                        "/problems/year-not-covered",
                        "/problems/report-rejected",
                        "/problems/invalid-entry",
                        "/problems/invalid-entry",
                        "");
        assertThat(lines.get(0).at("/receipt/status").asText()).isEqualTo("ACCEPTED");
        assertThat(lines.get(4).at("/problem/findings")).hasSize(3);
        assertThat(lines.get(5).at("/problem/findings/0/pointer").asText()).isEqualTo("/ifMatch");
        get("reports").body("total", equalTo(2));
    }

    /** Items that wait together are stored in one transaction; a rejected item must not roll it back. */
    @Test
    void storesEveryItemThatItReportsAsStored() {
        String batch = Stream.generate(() -> Stream.of(
                        item("350128-resources", 2023),
                        item("350128-police", 2022),
                        item("350128-finance", 2024).put("agency", "nobody"),
                        item("350128-finance", 2023),
                        item("350128-approval", 2024),
                        item("350128-police", 2024)))
                .limit(10)
                .flatMap(items -> items)
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n"));

        List<JsonNode> lines = lines(send(batch, NDJSON, "partial"));

        assertThat(lines).filteredOn(line -> line.get("status").asInt() == 201).hasSize(3);
        assertThat(lines).filteredOn(line -> line.get("status").asInt() == 200).hasSize(27);
        get("reports").body("total", equalTo(3));
        get("events").body("items.findAll { it.type == 'REPORT_SUBMITTED' }.size()", equalTo(3));
    }

    @Test
    void readsAnArrayLikeLines() {
        ArrayNode batch = ReportFiles.JSON.createArrayNode();
        batch.add(item("350128-police", 2022)).add(5).add(item("350128-police", 2024));
        String broken = batch.toString().replace(",5,", " , {\"agency\": \"]}\\\"\" \"year\"} ,");

        List<JsonNode> lines = lines(send("\uFEFF \n" + broken, "application/json", "partial"));

        assertThat(lines).extracting(line -> line.get("status").asInt()).containsExactly(201, 400, 201);
        assertThat(lines(send("[] 5", "application/json", "partial"))).hasSize(1);
        String cutOff = "[" + item("350128-market", 2023) + ",";
        send(cutOff, "application/json", "atomic").then().statusCode(422);
        assertThat(lines(send(cutOff, "application/json", "partial")))
                .extracting(line -> line.get("status").asInt())
                .containsExactly(201, 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", " [ ] ", "", "\n \n", "\uFEFF[\n]"})
    void refusesABatchWithoutItems(String batch) {
        for (String mode : List.of("partial", "atomic")) {
            send(batch, batch.contains("[") ? "application/json" : NDJSON, mode)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("/problems/malformed-json"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [%s,]              | 201,400     | 1,2
            [,%s]              | 400,201     | 1,2
            [%s,,{}]           | 201,400,422 | 1,2,3
            [%s                | 400         | 1
            [                  | 400         | 1
            [%s] x             | 201,400     | 1,2
            [{}]%s             | 422,400     | 1,2
            [%s}               | 400         | 1
            [%s {}]            | 400         | 1
            """)
    void reportsTheFaultsOfAnArray(String array, String statuses, String numbers) {
        String batch = array.formatted(item("350128-police", 2022));

        List<JsonNode> lines = lines(send(batch, "application/json", "partial"));

        assertThat(lines).extracting(line -> line.get("status").asText()).containsExactly(statuses.split(","));
        assertThat(lines).extracting(line -> line.get("line").asText()).containsExactly(numbers.split(","));
    }

    @Test
    void namesTheLineOfAFault() {
        String good = item("350128-police", 2022).toString();
        String broken = "{\"agency\": \"350128-police\", \"year\": }";

        JsonNode fourth = lines(send(good + "\r\n\r\n\n" + broken + "\n", NDJSON, "partial"))
                .get(1);
        assertThat(fourth.get("line").asInt()).isEqualTo(4);
        assertThat(fourth.at("/problem/detail").asText()).startsWith("第 4 行第 ");

        JsonNode second = lines(
                        send("[\n  " + good + ",\n\n  {\"agency\": \"公安\", 5}\n]", "application/json", "partial"))
                .get(1);
        assertThat(second.get("line").asInt()).isEqualTo(2);
        assertThat(second.at("/problem/detail").asText()).startsWith("第 4 行第 20 列");
    }

    @Test
    void refusesASecondReportOfAnAgencyForAYear() {
        ObjectNode other = item("350128-police", 2022);
        ((ObjectNode) other.at("/report/proactiveDisclosure")).put("licensingDecisions", 1);
        other.put("changeReason", CHANGE_REASON);
        String batch = item("350128-police", 2022) + "\n" + item("350128-police", 2024) + "\n" + other;

        List<JsonNode> atomic = lines(send(batch, NDJSON, "atomic"));
        assertThat(atomic).extracting(line -> line.get("status").asInt()).containsExactly(424, 424, 422);
        get("reports").body("total", equalTo(0));

        List<JsonNode> partial = lines(send(batch, NDJSON, "partial"));
        assertThat(partial).extracting(line -> line.get("status").asInt()).containsExactly(201, 201, 422);
        assertThat(partial.get(2).at("/problem/findings/0/message").asText()).contains("第 1 条");
        assertThat(lines(send(other.toString(), NDJSON, "partial"))
                        .get(0)
                        .get("status")
                        .asInt())
                .isEqualTo(201);
    }

    @Test
    void acceptsExplanationsWithTheReport() {
        ObjectNode finance = item("350128-finance", 2024);
        finance.putArray("explanations")
                .addObject()
                .put("rule", "IN-FORCE")
                .put("pointer", "/proactiveDisclosure/normativeDocuments/inForce")
                .put("reason", "5 件自然失效");

        List<JsonNode> lines = lines(send(item("350128-finance", 2023) + "\n" + finance, NDJSON, "partial"));

        assertThat(lines)
                .extracting(line -> line.at("/receipt/status").asText())
                .containsOnly("ACCEPTED");
        finance.put("year", 2021);
        assertThat(lines(send(finance.toString(), NDJSON, "partial"))
                        .get(0)
                        .at("/problem/findings/0/pointer")
                        .asText())
                .isEqualTo("/0");
        get("reports/350128-finance/2021/revisions").statusCode(404);
    }

    @Test
    void storesAllOfAnAtomicBatch_orNothing() {
        String good = item("350128-police", 2022) + "\n" + item("350128-police", 2024);
        String bad = item("350128-resources", 2023).toString();

        List<JsonNode> aborted = lines(send(good + "\n" + bad + "\n" + item("350128-market", 2023), NDJSON, "atomic")
                .then()
                .statusCode(422)
                .extract()
                .response());
        assertThat(aborted).extracting(line -> line.get("status").asInt()).containsExactly(424, 424, 422, 424);
        assertThat(aborted.get(0).at("/problem/type").asText()).isEqualTo("/problems/batch-aborted");
        get("reports").body("total", equalTo(0));
        get("events?limit=1000").body("items.findAll { it.revision }.size()", equalTo(0));

        List<JsonNode> stored = lines(
                send(good, NDJSON, "atomic").then().statusCode(200).extract().response());
        assertThat(stored).extracting(line -> line.get("status").asInt()).containsExactly(201, 201);
        get("reports").body("total", equalTo(2));
    }

    @Test
    void limitsEachItem_notTheBatch() {
        String large = item("350128-police", 2022)
                .put("padding", "x".repeat(2_200_000))
                .toString();

        List<JsonNode> lines = lines(send(large + "\n" + item("350128-police", 2024), NDJSON, "partial"));

        assertThat(lines).extracting(line -> line.get("status").asInt()).containsExactly(413, 201);
    }

    /** Stores the first item while the request is still open. */
    @Test
    void storesWhileTheClientIsStillSending() throws IOException {
        HttpURLConnection connection = (HttpURLConnection) reports.openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(0);
        connection.setRequestProperty("Content-Type", NDJSON);
        connection.setRequestProperty("Authorization", "Bearer " + TestIssuer.oversight());
        try (OutputStream body = connection.getOutputStream()) {
            body.write((item("350128-police", 2022) + "\n").getBytes(StandardCharsets.UTF_8));
            body.flush();
            awaitOneReport();
            body.write((item("350128-police", 2024) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        try (BufferedReader answer = reader(connection.getInputStream())) {
            assertThat(answer.lines()).hasSize(2);
        }
    }

    /** A client that sends everything before it reads anything, with more answer than any buffer between holds. */
    @Test
    void doesNotWaitForAClientThatReadsLate() throws IOException {
        int items = 30_000;
        HttpURLConnection connection = (HttpURLConnection) reports.openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setChunkedStreamingMode(1 << 16);
        connection.setRequestProperty("Content-Type", NDJSON);
        connection.setRequestProperty("Authorization", "Bearer " + TestIssuer.oversight());
        byte[] line = "{\"agency\": \"nobody\"}\n".getBytes(StandardCharsets.UTF_8);
        try (OutputStream body = connection.getOutputStream()) {
            for (int item = 0; item < items; item++) {
                body.write(line);
            }
        }
        try (BufferedReader answer = reader(connection.getInputStream())) {
            assertThat(answer.lines()).hasSize(items);
        }
    }

    @Test
    void refusesWrongMediaTypesAndModes() {
        send("{}", "text/plain", "partial").then().statusCode(415);
        send("{}", NDJSON, "half").then().statusCode(400).body("parameters[0].known[1]", equalTo("atomic"));
    }

    @Test
    void validatesASubmission_andStoresNothing() {
        submit(ReportFiles.of("350128-finance", 2023));
        int events = get("events?limit=1000").extract().path("items.size()");

        post("validations", item("350128-finance", 2024).toString())
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("status", equalTo("SUBMITTED"))
                .body("findings[0].rule", equalTo("IN-FORCE"))
                .body("findings[0].state", equalTo("OPEN"));
        post("validations", item("350128-resources", 2023).toString())
                .statusCode(200)
                .body("valid", equalTo(false))
                .body("findings.size()", equalTo(3))
                .body("causes[0].pointer", equalTo("/requests/outcomes/partlyDisclosed/commercialEnterprise"));
        post("validations", item("350128-finance", 2023).toString()).body("status", equalTo("ACCEPTED"));
        post("validations", item("350128-finance", 2024).put("agency", "nobody").toString())
                .statusCode(404);
        post("validations", "{\"year\": \"2024\"}").statusCode(422).body("findings.pointer.size()", equalTo(3));
        post("validations", "5").statusCode(422);
        post("validations", "{").statusCode(400);
        post("validations", "").statusCode(400);
        get("reports").body("total", equalTo(1));
        get("events?limit=1000").body("items.size()", equalTo(events));
    }

    /** A refusal by the database concerns every item, and a batch may have a hundred thousand. */
    @Test
    void logsAStackTraceOnce_whenTheDatabaseRefusesEachItem() throws SQLException {
        List<LogRecord> log = new CopyOnWriteArrayList<>();
        Handler handler = handler(log);
        String batch = Stream.of(item("350128-police", 2022), item("350128-police", 2024))
                .map(ObjectNode::toString)
                .collect(Collectors.joining("\n"));
        execute("create trigger refuse before insert on revision for each row execute function refuse_change()");
        Logger.getLogger("").addHandler(handler);
        try {
            assertThat(lines(send(batch, NDJSON, "partial")))
                    .extracting(line -> line.get("status").asInt())
                    .allMatch(status -> status >= 500);
        } finally {
            Logger.getLogger("").removeHandler(handler);
            execute("drop trigger refuse on revision");
        }

        assertThat(log).filteredOn(line -> line.getThrown() != null).hasSize(1);
        assertThat(log)
                .extracting(line -> line.getMessage().formatted(line.getParameters()))
                .filteredOn(line -> line.startsWith("2 items of a batch failed, the first is item 1: ")
                        && line.contains("ERROR: rows of revision"))
                .hasSize(1);
    }

    private static Handler handler(List<LogRecord> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static ObjectNode item(String agency, int year) {
        ObjectNode item =
                ReportFiles.JSON.createObjectNode().put("agency", agency).put("year", year);
        item.set("report", ReportFiles.of(agency, year).content());
        return item;
    }

    private Response send(String batch, String type, String mode) {
        return RestAssured.given()
                .header("Content-Type", type)
                .body(batch.getBytes(StandardCharsets.UTF_8))
                .post(reports + "?mode=" + mode);
    }

    private static List<JsonNode> lines(Response answer) {
        return answer.asString().lines().map(BatchTest::read).toList();
    }

    private static JsonNode read(String line) {
        try {
            return ReportFiles.JSON.readTree(line);
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }

    private static BufferedReader reader(InputStream answer) {
        return new BufferedReader(new InputStreamReader(answer, StandardCharsets.UTF_8));
    }

    private static void awaitOneReport() {
        while (RestAssured.get("/api/v1/reports").<Integer>path("total") == 0) {
            Thread.onSpinWait();
        }
    }
}
