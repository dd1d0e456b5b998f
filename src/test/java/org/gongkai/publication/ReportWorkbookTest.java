package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.OfficialLayoutTest;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ReportFiles.RealReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportWorkbookTest {

    private static final RealReport REPORT = ReportFiles.of("350128-gov", 2023);

    private static final DataFormatter FORMATTER = new DataFormatter();

    /** The rows of the title and the heading. */
    private static final int ROWS_ABOVE_TABLE = 2;

    /** The layout is the same as in the pages, see {@link OfficialLayoutTest}. */
    @ParameterizedTest
    @MethodSource("org.gongkai.publication.WordDocumentTest#reports")
    void hasTheSameTablesAsThePage(RealReport report) throws IOException {
        List<List<String>> pages = Pages.page(Pages.document(report)).select("table").stream()
                .map(Pages::layout)
                .toList();

        XSSFWorkbook workbook = read(Pages.document(report));

        assertThat(IntStream.rangeClosed(1, 3).mapToObj(sheet -> layout(workbook.getSheetAt(sheet))))
                .isEqualTo(pages);
    }

    @Test
    void hasAnA4SheetForEachSection() throws IOException {
        XSSFWorkbook workbook = read(Pages.document(REPORT));

        assertThat(workbook)
                .extracting(sheet -> sheet.getSheetName())
                .containsExactly(
                        "一、总体情况",
                        "二、主动公开政府信息情况",
                        "三、收到和处理政府信息公开申请情况",
                        "四、政府信息公开行政复议、行政诉讼情况",
                        "五、存在的主要问题及改进情况",
                        "六、其他需要报告的事项");
        assertThat(workbook).allSatisfy(sheet -> {
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("某某局2023年政府信息公开工作年度报告");
        });
        assertThat(workbook.getSheetAt(2).getRepeatingRows().formatAsString()).isEqualTo("3:5");
    }

    @Test
    void writesNumbersAsNumbers() throws IOException {
        XSSFWorkbook workbook = read(Pages.document(REPORT));

        Cell fees = workbook.getSheetAt(1).getRow(ROWS_ABOVE_TABLE + 13).getCell(1);
        assertThat(fees.getCellType()).isEqualTo(CellType.NUMERIC);
        assertThat(fees.getNumericCellValue()).isEqualTo(5949.088667);
        assertThat(FORMATTER.formatCellValue(fees)).isEqualTo("5949.088667");
        assertThat(numbers(workbook)).hasSize(200).contains(new BigDecimal("2629.0"), new BigDecimal("470.0"));
    }

    /** The 2019 form prints the unit after the amount; the cell must still be a number. */
    @Test
    void writesAmountsWithUnitsAsNumbers() throws IOException {
        XSSFWorkbook workbook = read(Pages.document(ReportFiles.of("350128-resources", 2020)));

        Cell amount = workbook.getSheetAt(1).getRow(ROWS_ABOVE_TABLE + 17).getCell(2);
        assertThat(amount.getNumericCellValue()).isEqualTo(1690.9913);
        assertThat(FORMATTER.formatCellValue(amount)).isEqualTo("1690.9913万元");
    }

    @Test
    void keepsTextsLineByLine() throws IOException {
        String text = "=1+1\n\n  _x0041_ <b>\u0001\r\n" + "长".repeat(1_700) + "\n𠮷";

        XSSFSheet sheet =
                read(Pages.document(HtmlDocumentTest.withTexts(REPORT, text))).getSheetAt(0);

        assertThat(IntStream.rangeClosed(ROWS_ABOVE_TABLE, sheet.getLastRowNum())
                        .mapToObj(row -> sheet.getRow(row).getCell(0).getStringCellValue()))
                .containsExactly(
                        "=1+1", "", "  _x0041_ <b>\uFFFD", "长".repeat(800), "长".repeat(800), "长".repeat(100), "𠮷");
        assertThat(sheet.getRow(ROWS_ABOVE_TABLE + 3).getHeightInPoints()).isBetween(300f, 409f);
    }

    @Test
    void givesTheSameBytesForTheSameReport() {
        assertThat(Pages.bytes(ReportWorkbook::write, Pages.document(REPORT)))
                .isEqualTo(Pages.bytes(ReportWorkbook::write, Pages.document(REPORT)));
    }

    private static XSSFWorkbook read(OfficialDocument document) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Pages.bytes(ReportWorkbook::write, document)));
    }

    private static List<BigDecimal> numbers(XSSFWorkbook workbook) {
        List<BigDecimal> numbers = new ArrayList<>();
        workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.NUMERIC) {
                numbers.add(BigDecimal.valueOf(cell.getNumericCellValue()));
            }
        })));
        return numbers;
    }

    private static List<String> layout(XSSFSheet sheet) {
        return IntStream.rangeClosed(ROWS_ABOVE_TABLE, sheet.getLastRowNum())
                .mapToObj(row -> row(sheet, row))
                .toList();
    }

    private static String row(XSSFSheet sheet, int row) {
        List<String> cells = new ArrayList<>();
        sheet.getRow(row).forEach(cell -> {
            CellRangeAddress range = sheet.getMergedRegions().stream()
                    .filter(region -> region.isInRange(cell))
                    .findFirst()
                    .orElse(new CellRangeAddress(row, row, cell.getColumnIndex(), cell.getColumnIndex()));
            if (range.getFirstRow() == row && range.getFirstColumn() == cell.getColumnIndex()) {
                int rows = range.getLastRow() - range.getFirstRow() + 1;
                int columns = range.getLastColumn() - range.getFirstColumn() + 1;
                cells.add(rows + "x" + columns + " " + FORMATTER.formatCellValue(cell));
            }
        });
        return String.join(" | ", cells);
    }
}
