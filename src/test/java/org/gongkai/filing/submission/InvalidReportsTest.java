package org.gongkai.filing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Severity;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Submissions that must be refused, one file each: changes to a real report, or another body, and the expected status,
 * problem type and findings.
 */
@QuarkusTest
class InvalidReportsTest extends ServiceTest {

    private static final Path CASES = Path.of("src/test/resources/reports/invalid");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefused(String file) {
        registerAll();
        JsonNode refused = ReportFiles.read("/reports/invalid/" + file);
        JsonNode expected = refused.get("expect");

        ValidatableResponse answer = send(refused)
                .statusCode(expected.get("status").asInt())
                .header("Content-Type", equalTo("application/problem+json"))
                .body("type", equalTo(expected.get("type").asText()))
                .body("status", equalTo(expected.get("status").asInt()))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()));

        if (expected.has("findings")) {
            JsonNode findings = expected.get("findings");
            answer.body(
                            "findings.pointer",
                            contains(findings.findValuesAsText("pointer").toArray()))
                    .body(
                            "findings.rule",
                            contains(findings.findValuesAsText("rule").toArray()));
        }
        get("reports").body("total", equalTo(0));
    }

    /** The cases prove something only if the unchanged report is accepted. */
    @Test
    void theUnchangedReportIsAccepted() {
        registerAll();

        submit(ReportFiles.of("350128-police", 2024)).statusCode(201);
    }

    @Test
    void everyRuleHasACase() throws IOException {
        List<String> rules = new ArrayList<>();
        for (String file : cases()) {
            rules.addAll(ReportFiles.read("/reports/invalid/" + file).findValuesAsText("rule"));
        }

        assertThat(rules)
                .contains(Finding.SHAPE)
                .containsAll(RuleBook.of(Forms.OF_2021).rules().stream()
                        .filter(rule -> rule.severity() == Severity.ERROR)
                        .map(Rule::id)
                        .toList());
    }

    private static ValidatableResponse send(JsonNode refused) {
        String contentType = refused.path("contentType").asText("application/json");
        EncoderConfig asGiven =
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
        return RestAssured.given()
                .config(RestAssured.config().encoderConfig(asGiven))
                .header("Content-Type", contentType)
                .header("Content-Encoding", refused.path("contentEncoding").asText("identity"))
                .body(body(refused)
                        .getBytes(Charset.forName(refused.path("charset").asText("UTF-8"))))
                .put(
                        "/api/v1/reports/{agency}/{year}",
                        refused.path("agency").asText("350128-police"),
                        refused.path("year").asText("2024"))
                .then();
    }

    private static String body(JsonNode refused) {
        if (refused.has("body")) {
            return expand(refused.get("body")).asText();
        }
        String changed = refused.path("report").asText("350128-police-2024");
        ObjectNode report = (ObjectNode) ReportFiles.all().stream()
                .filter(real -> real.toString().equals(changed))
                .findFirst()
                .orElseThrow()
                .content();
        refused.path("set").properties().forEach(change -> set(report, change.getKey(), expand(change.getValue())));
        refused.path("remove")
                .forEach(pointer -> holder(report, pointer.asText()).remove(name(pointer.asText())));
        return ReportFiles.escaped(report);
    }

    private static void set(ObjectNode report, String pointer, JsonNode value) {
        holder(report, pointer).set(name(pointer), value);
    }

    private static ObjectNode holder(ObjectNode report, String pointer) {
        return (ObjectNode) report.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** Expands a long text, which is written as a text and the number of its repetitions. */
    private static JsonNode expand(JsonNode value) {
        return value.has("repeat")
                ? TextNode.valueOf(
                        value.get("repeat").asText().repeat(value.get("times").asInt()))
                : value;
    }
}
