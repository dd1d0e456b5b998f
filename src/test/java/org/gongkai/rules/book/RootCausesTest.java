package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.SuspectCell;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootCausesTest {

    private static final RuleBook BOOK = RuleBook.of(Forms.OF_2021);

    /** The report has an outcome for a type of applicant without requests. */
    @Test
    void findsTheCellBehindThreeFindingsOfARealReport() {
        List<SuspectCell> suspects =
                suspects(ReportFiles.of("350128-resources", 2023).content());

        assertThat(suspects).hasSize(1);
        SuspectCell suspect = suspects.get(0);
        assertThat(suspect.cell().pointer()).isEqualTo("/requests/outcomes/partlyDisclosed/commercialEnterprise");
        assertThat(suspect.value()).isEqualByComparingTo("1");
        assertThat(suspect.suggested()).isEqualByComparingTo("0");
        assertThat(suspect.explained())
                .extracting(Finding::rule)
                .containsExactly("T3-BALANCE", "T3-ROW-TOTAL", "T3-ROW-TOTAL");
        assertThat(suspect.totals())
                .extracting(Cell::pointer)
                .containsExactly("/requests/outcomes/total/commercialEnterprise");
    }

    @Test
    void findsNothingForASingleFinding() {
        assertThat(suspects(ReportFiles.of("350128-approval", 2024).content())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsTheChangedCellOrAnEquallyGoodAlternative(long seed) {
        ObjectNode report = new BalancedReports(seed).next();
        List<Cell> leaves = Stream.of(
                        "requests.newlyReceived",
                        "requests.carriedForward",
                        "requests.outcomes.unableToProvide.notHeld")
                .flatMap(code -> Forms.OF_2021.figure(code).orElseThrow().cells().stream())
                .filter(cell -> !cell.total())
                .toList();

        for (Cell changed : leaves) {
            ObjectNode copy = report.deepCopy();
            JsonNode row =
                    copy.at(changed.pointer().substring(0, changed.pointer().lastIndexOf('/')));
            ((ObjectNode) row)
                    .put(
                            changed.applicantType(),
                            row.get(changed.applicantType()).asLong() + 7);

            List<SuspectCell> suspects = suspects(copy);

            assertThat(suspects).as(changed.pointer()).hasSize(1);
            assertThat(Stream.concat(Stream.of(suspects.get(0).cell()), suspects.get(0).alternatives().stream()))
                    .as(changed.pointer())
                    .contains(changed);
        }
    }

    private static List<SuspectCell> suspects(JsonNode content) {
        Contents report = Contents.of(2023, Forms.OF_2021, content, Set.of());
        return BOOK.suspectCells(report, BOOK.errors(report));
    }
}
