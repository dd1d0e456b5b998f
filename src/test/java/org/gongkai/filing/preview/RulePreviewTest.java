package org.gongkai.filing.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Previews of a changed rule book on real reports. {@link #jumps} recounts one rule in a plain way. */
@QuarkusTest
class RulePreviewTest extends ServiceTest {

    private static final String JUMP = "FIGURE-JUMP";
    private static final List<RealReport> REPORTS = ReportFiles.balanced()
            .filter(report -> report.agency().equals("350128-gov"))
            .sorted(Comparator.comparing(RealReport::year))
            .toList();
    private static final List<Integer> YEARS =
            REPORTS.stream().map(RealReport::year).toList();

    @BeforeEach
    void putReportsInForce() {
        fixture("previews", () -> {
            registerAll();
            REPORTS.forEach(ServiceTest::putInForce);
        });
    }

    @ParameterizedTest
    @CsvSource({"3.5, 3, 10", "1, 1.2, 1.5", "20, 3, 10", "3.5, 1000, 1000", "2, 2, 2"})
    void countsTheFindings(double maxScore, double minFactor, double minFactorWithFewYears) {
        long before = jumps(3.5, 3, 10);
        long after = jumps(maxScore, minFactor, minFactorWithFewYears);
        Map<String, Object> thresholds =
                Map.of("maxScore", maxScore, "minFactor", minFactor, "minFactorWithFewYears", minFactorWithFewYears);

        ValidatableResponse answer = preview(Map.of("rule", JUMP, "severity", "ERROR", "thresholds", thresholds));

        answer.statusCode(200)
                .body("reports", equalTo(REPORTS.size()))
                .body("rules", hasSize(1))
                .body("rules[0].severityBefore", equalTo("WARNING"))
                .body("rules[0].severityAfter", equalTo("ERROR"))
                .body("rules[0].findingsBefore", equalTo((int) before))
                .body("rules[0].findingsAfter", equalTo((int) after));
        int added = answer.extract().path("rules[0].added");
        int removed = answer.extract().path("rules[0].removed");
        assertThat(before + added - removed).isEqualTo(after);
    }

    @Test
    void showsWhatARuleWouldFind_andWhichReportsItWouldRefuse() throws SQLException {
        long events = count("select count(*) from event");
        long findings = count("select count(*) from finding");

        ValidatableResponse answer = preview(Map.of("rule", JUMP, "thresholds", Map.of("minFactorWithFewYears", 1)));
        int added = answer.statusCode(200).extract().path("rules[0].added");
        assertThat(added).isPositive();
        answer.body("refused", equalTo(0))
                .body("rules[0].examples", hasSize(Math.min(added, 20)))
                .body("rules[0].examples.change", everyItem(equalTo("ADDED")))
                .body("rules[0].examples.agency", everyItem(equalTo("350128-gov")))
                .body("rules[0].examples.finding.rule", everyItem(equalTo(JUMP)));

        int reports = preview(
                        Map.of("rule", JUMP, "severity", "ERROR", "thresholds", Map.of("minFactorWithFewYears", 1)))
                .extract()
                .path("refused");
        assertThat(reports).isPositive();
        assertThat(count("select count(*) from event")).isEqualTo(events);
        assertThat(count("select count(*) from finding")).isEqualTo(findings);
    }

    @Test
    void removesTheFindingsOfARuleThatIsOff() throws SQLException {
        long stored = count("select count(*) from finding where rule = 'IN-FORCE'");

        preview(Map.of("rule", "IN-FORCE", "severity", "OFF"))
                .statusCode(200)
                .body("rules[0].findingsBefore", equalTo((int) stored))
                .body("rules[0].findingsAfter", equalTo(0))
                .body("rules[0].removed", equalTo((int) stored));
    }

    @Test
    void changesNothingWithoutAChange() {
        preview(Map.of("rule", JUMP))
                .statusCode(200)
                .body("rules[0].added", equalTo(0))
                .body("rules[0].removed", equalTo(0))
                .body("rules[0].reports", equalTo(0))
                .body("rules[0].examples", empty());
    }

    @Test
    void isLimitedToADistrict() {
        post("rule-previews", Map.of("years", YEARS, "district", "430000", "changes", List.of(Map.of("rule", JUMP))))
                .statusCode(200)
                .body("reports", equalTo(0));
        post("rule-previews", Map.of("years", YEARS, "district", "350000", "changes", List.of(Map.of("rule", JUMP))))
                .statusCode(200)
                .body("reports", equalTo(REPORTS.size()));
        post("rule-previews", Map.of("years", YEARS, "district", "999999", "changes", List.of(Map.of("rule", JUMP))))
                .statusCode(404);
    }

    @Tag("thorough")
    @Test
    void refusesTooManyReports() throws SQLException {
        execute("""
                insert into filing (agency, year, revision, first_submitted_at)
                select code, 2019, 1, now() from agency where code <> '350128-gov' limit 1""");
        execute("""
                insert into revision (agency, year, revision, status, content, content_hash, nil, nil_stated, submitted_at,
                                      submitted_by)
                select agency, 2019, number, 'SUBMITTED', '{}', md5(number::text) || md5(number::text), false, false, now(), 'x'
                from filing cross join generate_series(1, 5001) as number where year = 2019 and agency <> '350128-gov'""");

        post("rule-previews", Map.of("years", List.of(2019), "changes", List.of(Map.of("rule", JUMP))))
                .statusCode(413)
                .body("type", equalTo("/problems/too-many-rows"));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Map.of("rule", "NO-RULE"), "/changes/0/rule"),
                Arguments.of(Map.of("severity", "OFF"), "/changes/0/rule"),
                Arguments.of(Map.of("rule", JUMP, "thresholds", Map.of("percent", 3)), "/changes/0/thresholds/percent"),
                Arguments.of(
                        Map.of("rule", JUMP, "thresholds", Map.of("minFactor", 0.5)),
                        "/changes/0/thresholds/minFactor"),
                Arguments.of(
                        Map.of("rule", JUMP, "thresholds", Map.of("minFactor", 2.123)),
                        "/changes/0/thresholds/minFactor"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void pointsToAFault(Map<String, Object> change, String pointer) {
        preview(change)
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-entry"))
                .body("findings.pointer", equalTo(List.of(pointer)));
    }

    @Test
    void pointsToAllFaults() {
        Map<String, Object> jump = Map.of("rule", JUMP);
        post("rule-previews", Map.of("years", List.of(1999), "changes", List.of(jump, jump)))
                .statusCode(422)
                .body("findings.pointer", equalTo(List.of("/years/0", "/changes/1/rule")));
        post("rule-previews", "{}").statusCode(422).body("findings.pointer", equalTo(List.of("/years", "/changes")));
    }

    private static ValidatableResponse preview(Map<String, Object> change) {
        return post("rule-previews", Map.of("years", YEARS, "changes", List.of(change)));
    }

    /** Counts the jumps of all reports by the published formula. */
    private static long jumps(double maxScore, double minFactor, double minFactorWithFewYears) {
        return REPORTS.stream()
                .mapToLong(report -> pointers(report.year()).stream()
                        .filter(pointer -> jumps(report, pointer, maxScore, minFactor, minFactorWithFewYears))
                        .count())
                .sum();
    }

    private static List<String> pointers(int year) {
        return get("rules?year=" + year).extract().path("find { it.id == '%s' }.relations.pointer".formatted(JUMP));
    }

    private static boolean jumps(
            RealReport report, String pointer, double maxScore, double minFactor, double minFactorWithFewYears) {
        double[] earlier = REPORTS.stream()
                .filter(other -> other.year() < report.year() && other.year() >= report.year() - 5)
                .filter(other -> !other.content().at(pointer).isMissingNode())
                .mapToDouble(other -> log(other.content(), pointer))
                .toArray();
        if (earlier.length == 0) {
            return false;
        }
        double middle = median(earlier);
        double mad =
                median(Arrays.stream(earlier).map(log -> Math.abs(log - middle)).toArray());
        double floor = Math.log(earlier.length < 3 ? minFactorWithFewYears : minFactor);
        return Math.abs(log(report.content(), pointer) - middle) > Math.max(maxScore / 0.6745 * mad, floor);
    }

    private static double log(JsonNode report, String pointer) {
        return Math.log(report.at(pointer).doubleValue() + 10);
    }

    private static double median(double[] values) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
