package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Departments;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Rule;
import org.gongkai.rules.SameReport;
import org.gongkai.rules.Situation;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a folder of cases. A case lists changes to a report of 2024 and to earlier reports in force, and the
 * expected findings of the rule. The valid case expects none.
 */
class RuleCasesTest {

    private static final Path CASES = Path.of("src/test/resources/rules");
    private static final Instant DUE = Instant.parse("2025-01-31T16:00:00Z");

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> CASES.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheExpectedFindingsOfEachCase(String file) {
        JsonNode given = ReportFiles.read("/rules/" + file);
        String rule = file.substring(0, file.indexOf('/'));

        List<Finding> found = findings(given).stream()
                .filter(finding -> finding.rule().equals(rule))
                .toList();

        List<JsonNode> expected = list(given.path("expect"));
        assertThat(expected.isEmpty()).isEqualTo(file.endsWith("/holds.json"));
        assertThat(found).extracting(Finding::pointer).isEqualTo(texts(expected, "pointer"));
        for (int index = 0; index < found.size(); index++) {
            assertSide(found.get(index).left(), expected.get(index).path("left"));
            assertSide(found.get(index).right(), expected.get(index).path("right"));
            assertThat(found.get(index).message().zh()).doesNotContain("%s");
        }
    }

    @Test
    void everyRuleHasAValidAndABrokenCase() throws IOException {
        List<String> needed = Forms.all().stream()
                .flatMap(form -> RuleBook.of(form).rules().stream())
                .map(Rule::id)
                .distinct()
                .flatMap(rule -> Stream.of(rule + "/broken.json", rule + "/holds.json"))
                .toList();

        assertThat(cases()).containsAll(needed);
    }

    private static List<Finding> findings(JsonNode given) {
        Contents report = report(2024, given);
        List<Contents> history = list(given.path("history")).stream()
                .map(earlier -> report(earlier.get("year").asInt(), earlier))
                .toList();
        Situation situation = new Situation(
                report,
                history,
                given.path("mayMakeRules").asBoolean(),
                list(given.path("relatives")).stream().map(JsonNode::asText).toList(),
                Instant.parse(given.path("submitted").asText("2025-01-10T00:00:00Z")),
                DUE);
        if (given.has("sameReportOf")) {
            situation = situation.withSameReportOf(
                    new SameReport(given.get("sameReportOf").asText(), Optional.of("另一局")));
        }
        if (given.has("departments")) {
            JsonNode departments = given.get("departments");
            long reports = departments.get("reports").asLong();
            long expected = departments.get("expected").asLong();
            situation = situation.withDepartments(
                    new Departments(report(2024, departments), reports, expected, reports == expected));
        }
        RuleBook book = RuleBook.of(report.form());
        return Stream.concat(book.errors(report).stream(), book.remarks(situation).stream())
                .toList();
    }

    private static Contents report(int year, JsonNode given) {
        ObjectNode content =
                (ObjectNode) ReportFiles.of("430212-finance", 2023).content().deepCopy();
        given.path("set").properties().forEach(change -> set(content, change.getKey(), change.getValue()));
        return Contents.of(year, Forms.of(year).orElseThrow(), content, Set.of());
    }

    private static void set(ObjectNode report, String pointer, JsonNode value) {
        int name = pointer.lastIndexOf('/');
        ((ObjectNode) report.at(pointer.substring(0, name))).set(pointer.substring(name + 1), value);
    }

    private static void assertSide(BigDecimal side, JsonNode expected) {
        if (expected.isMissingNode()) {
            return;
        }
        assertThat(side).isEqualByComparingTo(expected.decimalValue());
    }

    private static List<String> texts(List<JsonNode> nodes, String member) {
        return nodes.stream().map(node -> node.get(member).asText()).toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
