package org.gongkai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.testing.DeclaredContract;
import org.gongkai.testing.DeclaredOperation;
import org.gongkai.testing.HttpAnswer;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.gongkai.transcription.page.DocumentType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The service accepts the example of each request body, at the address that the examples of the parameters make. */
@QuarkusTest
class BodyExamplesTest extends ServiceTest {

    /** Are off here, where another provider issues the tokens. PackagedAccessIT and TokensTest call them. */
    private static final Set<String> ISSUES_TOKENS =
            Set.of("makeToken", "makeOfficeToken", "rotateToken", "rotateAnyToken");

    private static final String REPORT = "reports/430212-finance/2023";

    /** The data that some examples need, besides the registry of the demonstration data. */
    private static final Map<String, Runnable> PREPARATIONS = Map.of(
            "putObligation", () -> put("cycles/2023", "{}").statusCode(201),
            "explainWarnings", BodyExamplesTest::submitAReportWithAWarning,
            "decideOnRevision", BodyExamplesTest::submitAReportWithAWarning,
            "decideOnRevisions", BodyExamplesTest::submitAReportWithAWarning,
            "requestWithdrawal", BodyExamplesTest::putAReportInForce,
            "askWhatIf", BodyExamplesTest::putAReportInForce,
            "readDocument", () -> putInForce(ReportFiles.of("350128-police", 2024)));

    private static final DeclaredContract CONTRACT = DeclaredContract.ofProject();

    @BeforeEach
    void loadTheDemonstrationRegistry() {
        fixture("demonstration", () -> {
            for (String register : List.of("districts", "categories", "agencies")) {
                ReportFiles.entries("/demo/" + register + ".json")
                        .forEach(entry -> put(register + "/" + entry.get("code").asText(), entry.toString()));
            }
        });
    }

    static Stream<Arguments> acceptedBodies() {
        return bodies().filter(body -> !ISSUES_TOKENS.contains(body.get()[0]));
    }

    static Stream<Arguments> bodies() {
        return CONTRACT.operations().stream()
                .flatMap(operation -> operation.mediaTypes().stream().map(type -> Arguments.of(operation.id(), type)));
    }

    @ParameterizedTest
    @MethodSource("acceptedBodies")
    void theServiceAcceptsTheExample(String id, String type) {
        PREPARATIONS.getOrDefault(id, () -> {}).run();

        assertThat(faults(CONTRACT.operation(id), type)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aJsonExampleMatchesItsSchema(String id, String type) {
        DeclaredOperation operation = CONTRACT.operation(id);
        String schema = operation.pointer() + "/requestBody/content/" + type.replace("/", "~1") + "/schema";

        assertThat(type.contains("json") ? CONTRACT.faults(schema, example(operation, type)) : List.of())
                .isEmpty();
    }

    private List<String> faults(DeclaredOperation operation, String type) {
        Response response = RestAssured.given()
                .config(RestAssured.config()
                        .encoderConfig(RestAssured.config()
                                .getEncoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .header("Content-Type", type)
                .body(body(operation, type))
                .request(operation.method().toUpperCase(Locale.ROOT), operation.exampleAddress());
        HttpAnswer answer = new HttpAnswer(response.statusCode(), response.contentType(), response.asByteArray());
        List<String> faults = new ArrayList<>(operation.faults(answer));
        if (!isSuccess(answer)) {
            faults.add("answers " + answer.status() + " " + response.asString());
        }
        return faults;
    }

    /** An item of a batch that is refused, a trial that fails, and a file that changes the registry are no success. */
    private static boolean isSuccess(HttpAnswer answer) {
        String text = new String(answer.body(), StandardCharsets.UTF_8);
        return answer.status() < 300
                && !text.contains("\"problem\":")
                && !text.contains("\"valid\":false")
                && !text.matches("(?s).*\"(added|changed)\":[1-9].*");
    }

    private byte[] body(DeclaredOperation operation, String type) {
        for (DocumentType file : List.of(DocumentType.DOCX, DocumentType.PDF)) {
            if (type.equals(file.type())) {
                return report(file.name().toLowerCase(Locale.ROOT));
            }
        }
        JsonNode example = example(operation, type);
        return (example.isTextual() ? example.asText() : example.toString()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] report(String format) {
        return RestAssured.get("/api/v1/reports/350128-police/2024?format=" + format)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private JsonNode example(DeclaredOperation operation, String type) {
        JsonNode body = operation.body(type);
        return body.has("example")
                ? body.get("example")
                : CONTRACT.resolved(body.get("examples").elements().next()).get("value");
    }

    private static void submitAReportWithAWarning() {
        ObjectNode lastYear = content();
        ((ObjectNode) lastYear.at("/proactiveDisclosure/normativeDocuments")).put("inForce", 10);
        put("reports/430212-finance/2022", lastYear.toString()).statusCode(201);
        accept("reports/430212-finance/2022");
        put(REPORT, content().toString()).statusCode(201);
    }

    private static void putAReportInForce() {
        put(REPORT, content().toString()).statusCode(201);
        accept(REPORT);
    }

    private static void accept(String report) {
        if (get(report + "/revisions/1").extract().path("status").equals("SUBMITTED")) {
            post(report + "/decisions", Map.of("revision", 1, "decision", "ACCEPT"))
                    .statusCode(200);
        }
    }

    private static ObjectNode content() {
        return ReportFiles.of("350128-police", 2024).content().deepCopy();
    }
}
