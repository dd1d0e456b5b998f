package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Relation;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleBookTest {

    private static final RuleBook BOOK = RuleBook.of(Forms.OF_2021);

    static Stream<ReportFiles.RealReport> balancedReports() {
        return ReportFiles.balanced();
    }

    static Stream<JsonNode> otherReportsWithTheirFindings() {
        return ReportFiles.entries("/reports/reports.json");
    }

    @ParameterizedTest
    @MethodSource("balancedReports")
    void findsNothingInRealReportsThatBalance(ReportFiles.RealReport report) {
        assertThat(check(report.content())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("otherReportsWithTheirFindings")
    void findsExactlyTheErrorsPrintedInRealReports(JsonNode entry) {
        ReportFiles.RealReport report =
                ReportFiles.of(entry.get("agency").asText(), entry.get("year").asInt());

        List<String> found = check(report.year(), report.content()).stream()
                .map(finding -> finding.rule() + " " + finding.pointer() + " " + finding.left() + " " + finding.right())
                .toList();

        List<String> printed = new ArrayList<>();
        entry.get("findings")
                .forEach(finding -> printed.add(finding.get("rule").asText() + " "
                        + finding.get("pointer").asText() + " " + finding.get("left") + " " + finding.get("right")));
        assertThat(found).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsNothingInBalancedReportsAndFindsEveryChangeByOne(long seed) {
        ObjectNode report = new BalancedReports(seed).next();
        assertThat(check(report)).isEmpty();

        for (Cell changed : cellsOfTables3And4()) {
            ObjectNode copy = report.deepCopy();
            changeByOne(copy, changed.pointer(), seed % 2 == 0);

            List<Finding> findings = check(copy);

            assertThat(findings).as("one off at %s", changed.pointer()).isNotEmpty();
            assertThat(findings).allSatisfy(finding -> assertThat(relations(finding.rule()))
                    .filteredOn(relation -> relation.carrier().pointer().equals(finding.pointer()))
                    .as("%s at %s, one off at %s", finding.rule(), finding.pointer(), changed.pointer())
                    .anyMatch(relation -> relation.contains(changed)));
            assertThat(findings)
                    .allSatisfy(
                            finding -> assertThat(finding.difference().abs()).isOne());
        }
    }

    @Test
    void coversEveryCellOfTables3And4() {
        List<Relation> relations = Stream.of("T3-BALANCE", "T3-OUTCOMES", "T3-ROW-TOTAL", "T4-TOTAL")
                .flatMap(rule -> relations(rule).stream())
                .toList();

        assertThat(relations).hasSize(7 + 7 + 25 + 3);
        assertThat(cellsOfTables3And4())
                .allSatisfy(cell -> assertThat(relations).anyMatch(relation -> relation.contains(cell)));
    }

    @Test
    void writesFormulasWithTheNamesPrintedInTheForm() {
        assertThat(relations("T3-BALANCE").get(0).formula().zh()).isEqualTo("一 + 二 = 三（七） + 四");
        assertThat(relations("T3-OUTCOMES").get(0).formula().zh())
                .startsWith("三（七） = 三（一） + 三（二） + 三（三）1 + 三（三）2 + ")
                .endsWith(" + 三（六）3");
        assertThat(relations("T4-TOTAL").get(0).formula().zh()).isEqualTo("总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结");
        assertThat(relations("T4-TOTAL").get(0).formula().en())
                .isEqualTo("Total = Upheld + Corrected + Other result + Pending");
    }

    private static List<Cell> cellsOfTables3And4() {
        return Stream.of(3, 4)
                .flatMap(Forms.OF_2021::rowsOf)
                .flatMap(figure -> figure.cells().stream())
                .toList();
    }

    private static void changeByOne(ObjectNode report, String pointer, boolean up) {
        int name = pointer.lastIndexOf('/');
        ObjectNode row = (ObjectNode) report.at(pointer.substring(0, name));
        String cell = pointer.substring(name + 1);
        long value = row.get(cell).asLong();
        row.put(cell, up || value == 0 ? value + 1 : value - 1);
    }

    private static List<Relation> relations(String id) {
        return BOOK.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .flatMap(rule -> BOOK.conditions(rule).stream())
                .map(Relation.class::cast)
                .toList();
    }

    private static List<Finding> check(JsonNode content) {
        return check(2023, content);
    }

    private static List<Finding> check(int year, JsonNode content) {
        Form form = Forms.of(year).orElseThrow();
        return RuleBook.of(form).errors(Contents.of(year, form, content, Set.of()));
    }
}
