package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the contract are equal to the responses of the service. */
@QuarkusTest
class ExamplesTest extends ServiceTest {

    private static final List<String> VOLATILE_MEMBERS =
            List.of("submittedAt", "asOf", "dataVersion", "requestId", "signature");

    @BeforeEach
    void loadTheRegistry() {
        for (String register : List.of("districts", "categories", "agencies")) {
            ReportFiles.entries("/demo/" + register + ".json")
                    .forEach(entry -> put(register + "/" + entry.get("code").asText(), entry.toString()));
        }
    }

    @Test
    void receipt() throws IOException {
        assertEqualToExample(
                "receipt",
                submit(ReportFiles.of("350128-police", 2024)).extract().asString());
    }

    @Test
    void reportRejected() throws IOException {
        assertEqualToExample(
                "report-rejected",
                submit(ReportFiles.of("350128-resources", 2023)).extract().asString());
    }

    @Test
    void rollUp() throws IOException {
        submitReports();

        assertEqualToExample(
                "roll-up",
                get("statistics?figure=requests.newlyReceived&groupBy=year")
                        .extract()
                        .asString());
    }

    /** The example contains only the first three of the differing cells. */
    @Test
    void consolidatedReport() throws IOException {
        submitReports();

        String answer =
                get("consolidated-reports/2022?district=350128").extract().asString();
        ObjectNode cut = (ObjectNode) ReportFiles.JSON.readTree(answer);
        keepThreeItems(cut.at("/comparison/0/cells"));

        assertEqualToExample("consolidated-report", cut.toString());
    }

    /** The example contains only the first three of the known figures. */
    @Test
    void invalidParameter() throws IOException {
        String answer = get("statistics?figure=requests.newlyRecieved&groupBy=year")
                .extract()
                .asString();
        ObjectNode cut = (ObjectNode) ReportFiles.JSON.readTree(answer);
        keepThreeItems(cut.at("/parameters/0/known"));

        assertEqualToExample("invalid-parameter", cut.toString());
    }

    private static void submitReports() {
        ReportFiles.balanced().forEach(ServiceTest::putInForce);
    }

    private static void keepThreeItems(JsonNode list) {
        ArrayNode items = (ArrayNode) list;
        while (items.size() > 3) {
            items.remove(items.size() - 1);
        }
    }

    private static void assertEqualToExample(String example, String answer) throws IOException {
        assertThat(withoutVolatileMembers(ReportFiles.read("/examples/" + example + ".json")))
                .isEqualTo(withoutVolatileMembers(ReportFiles.JSON.readTree(answer)));
    }

    private static JsonNode withoutVolatileMembers(JsonNode content) {
        content.findParents("at").forEach(parent -> ((ObjectNode) parent).remove("at"));
        return ((ObjectNode) content).remove(VOLATILE_MEMBERS);
    }
}
