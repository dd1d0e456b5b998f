package org.gongkai.publication.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.gongkai.form.Form;
import org.gongkai.publication.Pages;
import org.gongkai.publication.layout.Appendix;
import org.gongkai.publication.layout.Appendix.Column;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfFileTest {

    private static final RealReport REPORT = ReportFiles.of("350128-gov", 2023);

    /** Marks that no line may begin with. */
    private static final String CLOSING = "，。、；：）》”";

    static Stream<RealReport> reports() {
        return ReportFiles.all().stream();
    }

    /** The figures of a row stand in one line, in their order. */
    @ParameterizedTest
    @MethodSource("reports")
    void printsEveryFigure(RealReport report) {
        OfficialDocument document = Pages.document(report);
        List<String> rows = tables(document).flatMap(PdfFileTest::rowsOfFigures).toList();

        String text = String.join("\n", PdfPages.of(Pages.bytes(PdfFile::write, document)));

        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(text.replaceAll("[ \\n]+", " ")).containsSubsequence(rows);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void printsEveryTextAndLabelInOrder(RealReport report) {
        OfficialDocument document = Pages.document(report);

        String text = PdfPages.joined(Pages.bytes(PdfFile::write, document));

        for (Part part : document.sections()) {
            assertThat(text).contains(PdfPages.withoutBlanks(Typesetter.printable(part.text())));
        }
        assertThat(text).contains(PdfPages.withoutBlanks(document.title()));
        assertThat(text)
                .containsSubsequence(
                        document.sections().stream().map(Part::heading).toList());
        assertThat(tables(document).flatMap(PdfFileTest::labels))
                .allSatisfy(label -> assertThat(text).contains(label));
    }

    @Test
    void needsAFewPages() {
        assertThat(PdfPages.of(Pages.bytes(PdfFile::write, Pages.document(REPORT))))
                .hasSize(3);
        assertThat(PdfPages.of(Pages.bytes(PdfFile::write, Pages.document(ReportFiles.of("350128-gov", 2019)))))
                .hasSize(3);
    }

    @Test
    void embedsItsFonts() throws IOException {
        try (PDDocument file = Loader.loadPDF(Pages.bytes(PdfFile::write, Pages.document(REPORT)))) {
            Set<String> names = new TreeSet<>();
            for (PDPage page : file.getPages()) {
                assertThat(page.getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(), within(1f));
                assertThat(page.getMediaBox().getHeight()).isCloseTo(PDRectangle.A4.getHeight(), within(1f));
                for (PDFont font : fonts(page.getResources())) {
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    names.add(font.getName());
                }
            }
            assertThat(names).containsExactly("AAAAAA+NotoSansSC-Medium", "AAAAAA+NotoSerifSC-Regular");
        }
    }

    @Test
    void hasATitleALanguageAndBookmarks() throws IOException {
        try (PDDocument file = Loader.loadPDF(Pages.bytes(PdfFile::write, Pages.document(REPORT)))) {
            assertThat(file.getDocumentInformation().getTitle()).isEqualTo("某某局2023年政府信息公开工作年度报告");
            assertThat(file.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Pages.document(REPORT).dated());
            assertThat(file.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(file.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    file.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
                assertThat(item.findDestinationPage(file)).isNotNull();
            }
            assertThat(bookmarks)
                    .isEqualTo(Pages.document(REPORT).sections().stream()
                            .map(Part::heading)
                            .toList());
        }
    }

    /** Documents that are written at the same time share the fonts. */
    @Test
    void givesTheSameBytesForTheSameReport() {
        byte[] file = Pages.bytes(PdfFile::write, Pages.document(REPORT));

        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .mapToObj(time -> Pages.bytes(
                                PdfFile::write, Pages.document(time % 2 == 0 ? REPORT : withText("𬭎" + time))))
                        .toList())
                .filteredOn(other -> Arrays.equals(other, file))
                .hasSize(8);
    }

    /** Names of people and places have rare characters. A character that the font lacks is not lost without a trace. */
    @Test
    void printsRareCharacters_orTheirCodes() {
        String text = PdfPages.joined(Pages.bytes(
                PdfFile::write, Pages.document(withText("𬭎䶮㙦镕堃喆昇①№㎡℃“”‘’—…\u3000‰\u200B\uFE0F\t\u00A0。"))));
        String replaced =
                PdfPages.joined(Pages.bytes(PdfFile::write, Pages.document(withText("𠮷野，🎉，ᠮ，\uFFFD，a\u0301"))));

        assertThat(text).contains("𬭎䶮㙦镕堃喆昇①№㎡℃“”‘’—…‰。");
        assertThat(replaced).contains("[U+20BB7]野，[U+1F389]，[U+182E]，[U+FFFD]，a");
    }

    /** The heading rows are repeated, and each row stays on one page. */
    @Test
    void continuesLongTables() {
        OfficialDocument document = Pages.document(REPORT)
                .withAppendices(List.of(list("已汇总的年度报告", 500), Appendix.ofText("未汇总的年度报告", "无。")));

        List<String> pages = PdfPages.of(Pages.bytes(PdfFile::write, document));

        List<String> ofList =
                pages.stream().filter(page -> page.contains("代码-")).toList();
        assertThat(ofList).hasSizeGreaterThan(10).allSatisfy(page -> assertThat(
                        page.lines().anyMatch("序号 机关 内容"::equals))
                .isTrue());
        for (int row = 1; row <= 500; row++) {
            String number = "代码-" + row + "。";
            String end = "末尾" + row + "。";
            assertThat(ofList.stream()
                            .map(PdfPages::withoutBlanks)
                            .filter(page -> page.contains(number) && page.contains(end)))
                    .as(number)
                    .hasSize(1);
        }
    }

    @Test
    void leavesNoHeadingAloneAtTheEndOfAPage() {
        for (int lines = 1; lines <= 24; lines++) {
            OfficialDocument document = Pages.document(withText("一行。\n".repeat(lines) + "末行。"));
            Set<String> headings =
                    document.sections().stream().map(Part::heading).collect(Collectors.toSet());

            List<String> pages = PdfPages.of(Pages.bytes(PdfFile::write, document));

            assertThat(pages).allSatisfy(page -> assertThat(
                            page.lines().reduce((first, last) -> last).orElse(""))
                    .isNotEmpty()
                    .isNotIn(headings));
        }
    }

    @Test
    void breaksLongTitlesBeforeTheYear() {
        String organ = "某某省某某市某某经济技术开发区管理委员会";
        OfficialDocument document = new OfficialDocument(
                organ + "2023年政府信息公开工作年度报告", "", Pages.document(REPORT).dated(), List.of(), List.of());

        assertThat(PdfPages.of(Pages.bytes(PdfFile::write, document))
                        .get(0)
                        .lines()
                        .map(String::strip))
                .startsWith(organ, "2023年政府信息公开工作年度报告");
    }

    @Test
    void beginsNoLineWithAClosingMark() {
        for (int shift = 1; shift < 30; shift++) {
            String text = "公".repeat(shift) + "，（一）主动公开。《政府信息公开条例》规定：“公开为常态”，不公开为例外；".repeat(8);

            List<String> lines = PdfPages.of(Pages.bytes(PdfFile::write, Pages.document(withText(text)))).stream()
                    .flatMap(String::lines)
                    .toList();

            assertThat(lines).noneMatch(line -> CLOSING.indexOf(line.charAt(0)) >= 0);
            assertThat(lines).noneMatch(line -> line.endsWith("（") || line.endsWith("《") || line.endsWith("“"));
        }
    }

    /** Codes of characters that the fonts lack, and text without a place for a break. */
    @Tag("thorough")
    @ParameterizedTest
    @ValueSource(strings = {"𠮷", "x"})
    void writesTheLongestTexts(String character) {
        byte[] file = Pages.bytes(PdfFile::write, Pages.document(withText(character.repeat(Form.MAX_TEXT))));

        String printed = Typesetter.printable(character);
        String text = PdfPages.joined(file);
        assertThat(text.length() - text.replace(printed, "").length())
                .isGreaterThanOrEqualTo(3 * Form.MAX_TEXT * printed.length());
    }

    @Test
    void writesTheLargestNumberOfLines() throws IOException {
        byte[] file = Pages.bytes(PdfFile::write, Pages.document(withText("\n".repeat(Form.MAX_TEXT - 1))));

        try (PDDocument document = Loader.loadPDF(file)) {
            assertThat(document.getNumberOfPages()).isBetween(10_000, 20_000);
        }
        assertThat(file).hasSizeLessThan(4 << 20);
    }

    private static Appendix list(String heading, int rows) {
        return new Appendix(
                heading,
                "",
                List.of(new Column("序号", 2), new Column("机关", 4), new Column("内容", 4)),
                IntStream.rangeClosed(1, rows)
                        .mapToObj(
                                row -> List.<Object>of(row, "代码-" + row + "。", "长".repeat(row % 60) + "末尾" + row + "。"))
                        .toList());
    }

    private static RealReport withText(String text) {
        ObjectNode content = REPORT.content().deepCopy();
        for (String section : List.of("overview", "problemsAndImprovements", "otherMatters")) {
            content.put(section, text);
        }
        return new RealReport(REPORT.agency(), REPORT.year(), content);
    }

    private static Stream<Grid> tables(OfficialDocument document) {
        return document.parts().flatMap(part -> part.table().stream());
    }

    private static Stream<String> rowsOfFigures(Grid table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> table.cellsStartingIn(row).stream()
                        .filter(cell -> cell.content() instanceof Quantity)
                        .map(cell -> cell.content().text())
                        .collect(Collectors.joining(" ")))
                .filter(row -> !row.isEmpty());
    }

    private static Stream<String> labels(Grid table) {
        return IntStream.range(0, table.rows())
                .boxed()
                .flatMap(row -> table.cellsStartingIn(row).stream())
                .filter(GridCell::isHeading)
                .map(cell -> PdfPages.withoutBlanks(cell.content().text()));
    }

    private static List<PDFont> fonts(PDResources resources) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        return fonts;
    }
}
