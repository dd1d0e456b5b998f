package org.gongkai.form.statutory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Figures;
import org.gongkai.form.Form;
import org.gongkai.form.Measure;
import org.gongkai.form.Unit;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;

class FormTest {

    private static final Form FORM = Forms.OF_2021;

    @Test
    void hasTwoHundredNumbersInThreeTables() {
        assertThat(cells(2)).hasSize(10);
        assertThat(cells(3)).hasSize(175);
        assertThat(cells(4)).hasSize(15);
    }

    @Test
    void printsTheRowsOfTable3InStatutoryOrder() throws IOException {
        List<String> rows = FORM.rowsOf(3)
                .map(figure -> figure.code() + "|" + figure.place().zh().substring("表三 · ".length()))
                .toList();

        assertThat(rows).isEqualTo(lines("/reports/table-3-rows.txt"));
    }

    @Test
    void describesThePlaceOfACellOnPaper() {
        assertThat(place("/requests/outcomes/refused/stateSecret/naturalPerson"))
                .isEqualTo("表三 · 三（三）1.属于国家秘密 · 自然人");
        assertThat(place("/requests/newlyReceived/total")).isEqualTo("表三 · 一、本年新收政府信息公开申请数量 · 总计");
        assertThat(place("/disputes/litigation/direct/upheld")).isEqualTo("表四 · 行政诉讼 · 未经复议直接起诉 · 结果维持");
        assertThat(place("/proactiveDisclosure/normativeDocuments/inForce")).isEqualTo("表二 · 行政规范性文件 · 现行有效件数");
    }

    @Test
    void distinguishesStocksFromFlows() {
        assertThat(FORM.figures())
                .filteredOn(figure -> figure.measure() == Measure.STOCK)
                .extracting(Figure::code)
                .containsExactly(
                        "proactiveDisclosure.rules.inForce",
                        "proactiveDisclosure.normativeDocuments.inForce",
                        "requests.carriedOver",
                        "requests.carriedForward");
    }

    @Test
    void addsUpOnlyFiguresOfOneUnitAndMeasure() {
        assertThat(FORM.figures())
                .filteredOn(figure -> !figure.additive())
                .extracting(Figure::code)
                .containsExactly(
                        "proactiveDisclosure",
                        "proactiveDisclosure.rules",
                        "proactiveDisclosure.normativeDocuments",
                        "requests");
    }

    @Test
    void resolvesTotalsAndGroupsToTheSameLeaves() {
        Figure total = FORM.figure("requests.outcomes.total").orElseThrow();
        Figure group = FORM.figure("requests.outcomes").orElseThrow();

        assertThat(total.role()).isEqualTo(FigureRole.TOTAL);
        assertThat(group.role()).isEqualTo(FigureRole.GROUP);
        assertThat(total.leaves()).isEqualTo(group.leaves()).hasSize(21);
        assertThat(FORM.figure("disputes.litigation").orElseThrow().leaves()).hasSize(8);
    }

    @Test
    void countsFeesInTenThousandYuan() {
        Figure fees = FORM.figure("proactiveDisclosure.administrativeFees").orElseThrow();

        assertThat(fees.unit()).isEqualTo(Unit.TEN_THOUSAND_YUAN);
        assertThat(fees.byApplicantType()).isFalse();
    }

    @Test
    void readsEveryNumberOfAReport() {
        Figures figures = Figures.of(FORM, ReportFiles.of("350128-police", 2024).content(), Set.of());

        assertThat(figures.at(cell("/requests/newlyReceived/naturalPerson"))).isEqualByComparingTo("8");
        assertThat(figures.at(cell("/requests/outcomes/unableToProvide/notHeld/total")))
                .isEqualByComparingTo("4");
        assertThat(figures.at(cell("/proactiveDisclosure/licensingDecisions"))).isEqualByComparingTo("52");
    }

    @Test
    void coversYearsFrom2019On() {
        assertThat(Forms.of(2018)).isEmpty();
        assertThat(Forms.of(2019)).contains(Forms.OF_2019);
        assertThat(Forms.of(2020)).contains(Forms.OF_2019);
        assertThat(Forms.of(2021)).contains(FORM);
        assertThat(Forms.of(9999)).contains(FORM);
        assertThat(Forms.of(10_000)).isEmpty();
    }

    @Test
    void declaresTheFormOf2019() {
        Form form = Forms.OF_2019;

        assertThat(form.rowsOf(2).flatMap(figure -> figure.cells().stream())).hasSize(22);
        assertThat(form.rowsOf(3)).hasSize(23);
        assertThat(form.figures())
                .filteredOn(Figure::signed)
                .extracting(Figure::code)
                .containsExactly(
                        "proactiveDisclosure.licensing.netChange",
                        "proactiveDisclosure.otherExternalServices.netChange",
                        "proactiveDisclosure.penalties.netChange",
                        "proactiveDisclosure.compulsoryMeasures.netChange",
                        "proactiveDisclosure.administrativeFeeItems.netChange");
    }

    /** Figures with the same code in both forms are comparable. No other figures may have the same code. */
    @Test
    void usesTheSameCodeInBothFormsForComparableFiguresOnly() {
        assertThat(Forms.OF_2019.figures())
                .filteredOn(figure -> figure.table() == 2 && figure.role() == FigureRole.LEAF)
                .filteredOn(figure -> FORM.figure(figure.code()).isPresent())
                .extracting(Figure::code)
                .containsExactly(
                        "proactiveDisclosure.licensingDecisions",
                        "proactiveDisclosure.penaltyDecisions",
                        "proactiveDisclosure.compulsoryMeasureDecisions");
        assertThat(Forms.OF_2019.rowsOf(3))
                .allMatch(figure -> FORM.figure(figure.code()).isPresent());
        assertThat(Forms.catalogue()
                        .figure("requests.outcomes.otherHandling")
                        .orElseThrow()
                        .leaves())
                .containsExactly(
                        "requests.outcomes.otherHandling.correctionOverdue",
                        "requests.outcomes.otherHandling.feeUnpaid",
                        "requests.outcomes.otherHandling.other",
                        "requests.outcomes.otherHandling");
    }

    private static List<Cell> cells(int table) {
        return FORM.rowsOf(table).flatMap(figure -> figure.cells().stream()).toList();
    }

    private static Cell cell(String pointer) {
        return FORM.figures().stream()
                .flatMap(figure -> figure.cells().stream())
                .filter(cell -> cell.pointer().equals(pointer))
                .findFirst()
                .orElseThrow();
    }

    private static String place(String pointer) {
        return cell(pointer).place().zh();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream text = FormTest.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
