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

    /** An outcome booked under a type of applicant of whom there was no request. */
    @Test
    void findsTheOneCellBehindTheThreeFaultsOfARealReport() {
        List<SuspectCell> causes =
                causes(ReportFiles.of("350128-resources", 2023).content());

        assertThat(causes).hasSize(1);
        SuspectCell cause = causes.get(0);
        assertThat(cause.cell().pointer()).isEqualTo("/requests/outcomes/partlyDisclosed/commercialEnterprise");
        assertThat(cause.value()).isEqualByComparingTo("1");
        assertThat(cause.suggested()).isEqualByComparingTo("0");
        assertThat(cause.explained())
                .extracting(Finding::rule)
                .containsExactly("T3-BALANCE", "T3-ROW-TOTAL", "T3-ROW-TOTAL");
        assertThat(cause.totals())
                .extracting(Cell::pointer)
                .containsExactly("/requests/outcomes/total/commercialEnterprise");
    }

    @Test
    void saysNothingOfASingleFault() {
        assertThat(causes(ReportFiles.of("350128-approval", 2024).content())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findsWhicheverCellWasChanged_orOneThatExplainsAsMuch(long seed) {
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

            List<SuspectCell> causes = causes(copy);

            assertThat(causes).as(changed.pointer()).hasSize(1);
            assertThat(Stream.concat(Stream.of(causes.get(0).cell()), causes.get(0).alternatives().stream()))
                    .as(changed.pointer())
                    .contains(changed);
        }
    }

    private static List<SuspectCell> causes(JsonNode content) {
        Contents report = Contents.of(2023, Forms.OF_2021, content, Set.of());
        return BOOK.suspectCells(report, BOOK.errors(report));
    }
}
