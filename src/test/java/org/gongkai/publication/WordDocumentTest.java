package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.OfficialLayoutTest;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

class WordDocumentTest {

    private static final RealReport REPORT = ReportFiles.of("350128-gov", 2023);

    static Stream<RealReport> reports() {
        return Stream.concat(OfficialLayoutTest.published(), Stream.of(ReportFiles.of("350128-gov", 2019)));
    }

    /** The layout is the same as in the pages, see {@link OfficialLayoutTest}. */
    @ParameterizedTest
    @MethodSource("reports")
    void hasTheSameTablesAsThePage(RealReport report) throws IOException {
        List<List<String>> pages = Pages.page(Pages.document(report)).select("table").stream()
                .map(Pages::layout)
                .toList();

        List<XWPFTable> tables = read(Pages.document(report)).getTables();

        assertThat(tables).extracting(WordDocumentTest::layout).isEqualTo(pages);
    }

    @Test
    void usesA4AndTheOfficialTypefaces() throws IOException {
        XWPFDocument word = read(Pages.document(REPORT));

        CTSectPr page = word.getDocument().getBody().getSectPr();
        assertThat(page.getPgSz().getW()).isEqualTo(BigInteger.valueOf(11_906));
        assertThat(page.getPgSz().getH()).isEqualTo(BigInteger.valueOf(16_838));
        assertThat(font(word, word.getParagraphs().get(0))).isEqualTo("方正小标宋简体");
        assertThat(font(word, paragraph(word, "一、总体情况"))).isEqualTo("黑体");
        assertThat(word.getStyles()
                        .getDefaultRunStyle()
                        .getRPr()
                        .getRFontsArray(0)
                        .getEastAsia())
                .isEqualTo("仿宋");
        assertThat(font(
                        word,
                        word.getTables()
                                .get(0)
                                .getRow(0)
                                .getCell(0)
                                .getParagraphs()
                                .get(0)))
                .isEqualTo("宋体");
        XWPFParagraph footer = word.getFooterList().get(0).getParagraphs().get(0);
        assertThat(footer.getText()).isEqualTo("— 1 —");
        assertThat(footer.getCTP().getFldSimpleArray(0).getInstr()).isEqualTo("PAGE");
    }

    @Test
    void repeatsTheHeadOfTable3OnEachPage() throws IOException {
        XWPFTable requests = read(Pages.document(REPORT)).getTables().get(1);

        assertThat(requests.getRows().subList(0, 3)).allMatch(XWPFTableRow::isRepeatHeader);
        assertThat(requests.getRows().subList(3, requests.getNumberOfRows())).noneMatch(XWPFTableRow::isRepeatHeader);
    }

    @Test
    void keepsTextsExceptCharactersInvalidInXml() throws IOException {
        String text = "  两个空格 <b>&amp;\r\n\n三\u0001\uFFFE𠮷";

        XWPFDocument word = read(Pages.document(HtmlDocumentTest.withTexts(REPORT, text)));

        assertThat(word.getParagraphs())
                .extracting(XWPFParagraph::getText)
                .containsSubsequence("一、总体情况", "  两个空格 <b>&amp;", "", "三\uFFFD\uFFFD𠮷", "二、主动公开政府信息情况");
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertThat(Pages.bytes(WordDocument::write, Pages.document(REPORT)))
                .isEqualTo(Pages.bytes(WordDocument::write, Pages.document(REPORT)));
    }

    private static XWPFDocument read(OfficialDocument document) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(Pages.bytes(WordDocument::write, document)));
    }

    private static XWPFParagraph paragraph(XWPFDocument word, String text) {
        return word.getParagraphs().stream()
                .filter(paragraph -> paragraph.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static String font(XWPFDocument word, XWPFParagraph paragraph) {
        CTRPr letters =
                word.getStyles().getStyle(paragraph.getStyle()).getCTStyle().getRPr();
        return letters.getRFontsArray(0).getEastAsia();
    }

    private static List<String> layout(XWPFTable table) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.getNumberOfRows(); row++) {
            List<String> cells = new ArrayList<>();
            int column = 0;
            for (XWPFTableCell cell : table.getRow(row).getTableCells()) {
                if (!isContinued(cell)) {
                    cells.add(rows(table, row, column) + "x" + columns(cell) + " " + cell.getText());
                }
                column += columns(cell);
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    private static int rows(XWPFTable table, int row, int column) {
        int last = row;
        while (last + 1 < table.getNumberOfRows() && isContinued(at(table.getRow(last + 1), column))) {
            last++;
        }
        return last - row + 1;
    }

    private static XWPFTableCell at(XWPFTableRow row, int column) {
        int reached = 0;
        for (XWPFTableCell cell : row.getTableCells()) {
            if (reached == column) {
                return cell;
            }
            reached += columns(cell);
        }
        return null;
    }

    private static boolean isContinued(XWPFTableCell cell) {
        CTTcPr properties = cell == null ? null : cell.getCTTc().getTcPr();
        return properties != null
                && properties.isSetVMerge()
                && properties.getVMerge().getVal() == STMerge.CONTINUE;
    }

    private static int columns(XWPFTableCell cell) {
        CTTcPr properties = cell.getCTTc().getTcPr();
        return properties.isSetGridSpan() ? properties.getGridSpan().getVal().intValue() : 1;
    }
}
