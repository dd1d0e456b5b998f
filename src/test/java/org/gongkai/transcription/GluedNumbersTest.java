package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.gongkai.form.Cell;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.book.BalancedReports;
import org.gongkai.testing.ReportFiles;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.table.Confidence;
import org.gongkai.transcription.table.GluedNumberSplitter;
import org.gongkai.transcription.table.IssueKind;
import org.junit.jupiter.api.Test;

/** Numbers printed without a gap are read correctly or reported as ambiguous. */
class GluedNumbersTest {

    private static final int REPORTS = 60;

    @Test
    void readsGluedNumbersCorrectlyOrReportsThem() throws Exception {
        BalancedReports reports = new BalancedReports(20240131);
        Random random = new Random(20240131);
        int gaps = 0;
        for (int count = 0; count < REPORTS; count++) {
            ObjectNode report = reports.next();
            ((ObjectNode) report.at("/proactiveDisclosure/normativeDocuments"))
                    .put("issued", random.nextInt(20))
                    .put("repealed", random.nextInt(12))
                    .put("inForce", random.nextInt(400));
            gaps += compare(report, glued(report));
        }

        assertThat(gaps).as("ambiguous cells of %s", REPORTS * 200).isBetween(1, REPORTS * 60);
    }

    @Test
    void sumsOfColumnsDecideIfARowAloneIsAmbiguous() throws Exception {
        ObjectNode report = (ObjectNode) ReportFiles.of("430212-finance", 2023).content();
        row(report, "newlyReceived", 1, 11);
        row(report, "outcomes/disclosed", 1, 5);
        row(report, "outcomes/unableToProvide/notHeld", 0, 6);
        row(report, "outcomes/total", 1, 11);
        assertThat(GluedNumberSplitter.ways(List.of("111000012"), 7, 7)).hasSize(3);

        Transcript transcript = glued(report);

        assertThat(compare(report, transcript)).isZero();
        assertThat(transcript.issues())
                .anyMatch(issue ->
                        issue.kind() == IssueKind.SPLIT && issue.pointer().equals("/requests/newlyReceived"));
        assertThat(transcript.sources())
                .filteredOn(source -> source.pointer().startsWith("/requests/newlyReceived/"))
                .hasSize(7)
                .allMatch(source -> source.confidence() == Confidence.INFERRED);
    }

    private static void row(ObjectNode report, String row, int persons, int enterprises) {
        ((ObjectNode) report.at("/requests/" + row))
                .put("naturalPerson", persons)
                .put("commercialEnterprise", enterprises)
                .put("total", persons + enterprises);
    }

    @Test
    void numbersAreOnlySeparatedWhereTheTablePrintsThemWithoutGaps() throws Exception {
        String text = new PrintedReport(
                        Forms.OF_2021, ReportFiles.of("430212-finance", 2023).content(), "某某局2023年政府信息公开工作年度报告")
                .text(" ");
        String printed = text.replaceFirst("行政规范性文件 \\d+ \\d+ \\d+", "行政规范性文件 121");

        Transcript transcript =
                Transcriber.transcribe(printed.getBytes(StandardCharsets.UTF_8), DocumentType.TEXT, null);

        assertThat(printed).isNotEqualTo(text);
        assertThat(transcript.report().at("/proactiveDisclosure/normativeDocuments"))
                .isEmpty();
        assertThat(transcript.issues())
                .anyMatch(issue -> issue.kind() == IssueKind.AMBIGUOUS
                        && issue.pointer().equals("/proactiveDisclosure/normativeDocuments"));
    }

    @Test
    void aRowThatDoesNotAddUpIsNotRepaired() {
        assertThat(GluedNumberSplitter.ways(List.of("8100008"), 7, 7))
                .containsExactly(List.of("8", "1", "0", "0", "0", "0", "8"));
        assertThat(GluedNumberSplitter.ways(List.of("191000019"), 7, 7)).isEmpty();
    }

    @Test
    void ifCellsMayHaveBeenBlankOnlySumsDecide() {
        assertThat(GluedNumberSplitter.ways(List.of("12", "5"), 3, 0)).isEmpty();
        assertThat(GluedNumberSplitter.ways(List.of("0", "00"), 3, 0)).hasSize(1);
        assertThat(GluedNumberSplitter.ways(List.of("5800000", "58"), 7, 7)).hasSize(1);
    }

    @Test
    void theSearchIsLimited() {
        String digits = "1".repeat(40);

        assertThat(GluedNumberSplitter.ways(
                        IntStream.range(0, 3).mapToObj(run -> digits).toList(), 15, 5))
                .isEmpty();
    }

    private static int compare(JsonNode report, Transcript transcript) {
        int gaps = 0;
        for (Cell cell : cells()) {
            JsonNode read = transcript.report().at(cell.pointer());
            if (read.isMissingNode()) {
                assertThat(transcript.issues())
                        .as(cell.pointer())
                        .anyMatch(issue -> issue.kind() == IssueKind.AMBIGUOUS
                                && cell.pointer().startsWith(issue.pointer()));
                gaps++;
            } else {
                assertThat(read.decimalValue())
                        .as(cell.pointer())
                        .isEqualByComparingTo(report.at(cell.pointer()).decimalValue());
            }
        }
        return gaps;
    }

    private static Transcript glued(JsonNode report) throws UnreadableDocument {
        String text = new PrintedReport(Forms.OF_2021, report, "某某局2023年政府信息公开工作年度报告").text("");
        return Transcriber.transcribe(text.getBytes(StandardCharsets.UTF_8), DocumentType.TEXT, null);
    }

    private static List<Cell> cells() {
        return Forms.OF_2021.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .toList();
    }
}
