package org.gongkai.transcription.carrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.transcription.Transcriber;
import org.gongkai.transcription.Transcript;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.Section;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a cell is what a reader sees in it. {@link PrintedCell#OBJECT} marks a cell that is no number. */
class CellsOfCarriersTest {

    private static final String NO_NUMBER = PrintedCell.OBJECT;

    @Test
    void theWorkbookOfAReportIsReadWithoutIssues() throws Exception {
        Transcript transcript = Transcriber.transcribe(resource("report.xlsx"), DocumentType.XLSX, null);

        assertThat(transcript.issues()).isEmpty();
        assertThat(transcript.agencyName()).contains("平潭综合实验区公安局");
        assertThat(transcript.report().at("/requests/newlyReceived/total").isNumber())
                .isTrue();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = CellsOfCarriersTest.class.getResourceAsStream("/carriers/" + name)) {
            return content.readAllBytes();
        }
    }

    static Stream<Workbook> workbooks() {
        return Stream.of(new XSSFWorkbook(), new HSSFWorkbook());
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void numbersAreThoseShown(Workbook workbook) throws Exception {
        assertThat(shown(workbook, cell -> cell.setCellValue(4521))).isEqualTo("4521");
        assertThat(shown(workbook, cell -> cell.setCellValue("4521"))).isEqualTo("4521");
        assertThat(shown(workbook, cell -> format(cell, 4521, "#,##0"))).isEqualTo("4,521");
        assertThat(shown(workbook, cell -> format(cell, 12.5, "0.####\"万元\""))).isEqualTo("12.5万元");
        assertThat(shown(workbook, cell -> cell.setCellValue(0.1))).isEqualTo("0.1");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void numbersThatAreNotShownAsTheyAreAreNone(Workbook workbook) throws Exception {
        assertThat(shown(workbook, cell -> format(cell, 12.56, "0"))).isEqualTo("13" + NO_NUMBER);
        assertThat(shown(workbook, cell -> format(cell, 45, ";;;"))).endsWith(NO_NUMBER);
        assertThat(shown(workbook, cell -> format(cell, 45, "yyyy-mm-dd"))).endsWith(NO_NUMBER);
        assertThat(shown(workbook, cell -> format(cell, 0.45, "0%"))).endsWith(NO_NUMBER);
        assertThat(shown(workbook, cell -> {
                    cell.getSheet().setColumnWidth(1, 3 * 256);
                    cell.setCellValue(4_521_000);
                }))
                .endsWith(NO_NUMBER);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void formulasHaveTheirStoredResult(Workbook workbook) throws Exception {
        assertThat(shown(workbook, cell -> {
                    cell.setCellFormula("4000+521");
                    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
                }))
                .isEqualTo("4521");
        assertThat(shown(workbook, cell -> cell.setCellErrorValue(FormulaError.REF.getCode())))
                .isEqualTo("#REF!");
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void formulasWithoutAResultAreNoNumber(Workbook workbook) throws Exception {
        assertThat(shown(workbook, cell -> cell.setCellFormula("4000+521"))).endsWith(NO_NUMBER);
        assertThat(shown(workbook, cell -> {
                    cell.setCellFormula("\"\"");
                    workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
                }))
                .isEqualTo(NO_NUMBER);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void struckOutAndRaisedTextIsLeftOut(Workbook workbook) throws Exception {
        Font struck = workbook.createFont();
        struck.setStrikeout(true);
        Font raised = workbook.createFont();
        raised.setTypeOffset(Font.SS_SUPER);

        assertThat(shown(workbook, cell -> cell.setCellValue(rich(workbook, "94521", 0, 1, struck))))
                .isEqualTo("4521");
        assertThat(shown(workbook, cell -> cell.setCellValue(rich(workbook, "45211", 4, 5, raised))))
                .isEqualTo("4521");
        assertThat(shown(workbook, cell -> cell.setCellValue(rich(workbook, "4521", 0, 4, struck))))
                .isEqualTo(NO_NUMBER);
        assertThat(shown(workbook, cell -> {
                    CellStyle style = workbook.createCellStyle();
                    style.setFont(struck);
                    cell.setCellStyle(style);
                    cell.setCellValue(4521);
                }))
                .endsWith(NO_NUMBER);
    }

    @ParameterizedTest
    @MethodSource("workbooks")
    void hiddenRowsColumnsAndSheetsAreNotRead(Workbook workbook) throws Exception {
        Sheet sheet = workbook.createSheet("a");
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                sheet.createRow(row * 3 + column);
            }
        }
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 3; column++) {
                sheet.getRow(row).createCell(column).setCellValue(row + "" + column);
            }
        }
        sheet.getRow(1).setZeroHeight(true);
        sheet.setColumnHidden(1, true);
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 1));
        workbook.createSheet("b").createRow(0).createCell(0).setCellValue("hidden");
        workbook.setSheetHidden(1, true);

        assertThat(rows(workbook)).containsExactly(List.of("00", "02"), List.of("20", "22"), List.of("32"));
    }

    @Test
    void openDocumentsShowWhatAReaderSees() throws Exception {
        assertThat(odt("<text:p>4521<text:span text:style-name='up'>1</text:span></text:p>"))
                .isEqualTo("4521");
        assertThat(odt("<text:p><text:span text:style-name='gone'>9</text:span>4521</text:p>"))
                .isEqualTo("4521");
        assertThat(odt("<text:p><text:span text:style-name='child'>9</text:span>4521</text:p>"))
                .isEqualTo("4521");
        assertThat(odt("<text:p><text:span text:style-name='dark'>9</text:span>4521</text:p>"))
                .isEqualTo("4521");
        assertThat(odt("<text:p>4521<text:note><text:note-citation>1</text:note-citation></text:note></text:p>"))
                .isEqualTo("4521");
        assertThat(odt("<text:p>4521<office:annotation><text:p>9</text:p></office:annotation></text:p>"))
                .isEqualTo("4521");
        assertThat(odt("<text:p><draw:frame><draw:image/></draw:frame></text:p>"))
                .isEqualTo(NO_NUMBER);
        assertThat(odt("<text:p><text:span text:style-name='gone'>9</text:span></text:p>"))
                .isEqualTo(NO_NUMBER);
        assertThat(odt("<text:p>45</text:p><text:p>21</text:p>")).isEqualTo("45 21");
    }

    private static String odt(String content) throws Exception {
        String xml =
                "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' xmlns:draw='d'>"
                        + "<office:automatic-styles>"
                        + "<style:style style:name='up' style:family='text'><style:text-properties style:text-position='super 58%'/></style:style>"
                        + "<style:style style:name='gone' style:family='text'><style:text-properties style:text-line-through-style='solid'/></style:style>"
                        + "<style:style style:name='child' style:family='text' style:parent-style-name='gone'/>"
                        + "<style:style style:name='dark' style:family='text'><style:text-properties text:display='none'/></style:style>"
                        + "</office:automatic-styles><office:body><office:text><table:table><table:table-row><table:table-cell>"
                        + "<text:p>行政许可</text:p></table:table-cell><table:table-cell>" + content
                        + "</table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>";
        return rows(zip("content.xml", xml), DocumentType.ODT).get(0).get(1);
    }

    private static void format(Cell cell, double value, String format) {
        CellStyle style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat(cell.getSheet().getWorkbook().createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        cell.setCellValue(value);
    }

    private static RichTextString rich(Workbook workbook, String text, int from, int to, Font font) {
        RichTextString rich = workbook.getCreationHelper().createRichTextString(text);
        rich.applyFont(from, to, font);
        return rich;
    }

    /** Returns the text of a cell beside a label in a workbook of one sheet. */
    private static String shown(Workbook workbook, Consumer<Cell> fill) throws Exception {
        while (workbook.getNumberOfSheets() > 0) {
            workbook.removeSheetAt(0);
        }
        Sheet sheet = workbook.createSheet();
        sheet.createRow(0).createCell(0).setCellValue("行政许可");
        fill.accept(sheet.getRow(0).createCell(1));
        return rows(workbook).get(0).get(1);
    }

    private static List<List<String>> rows(Workbook workbook) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return rows(bytes.toByteArray(), workbook instanceof HSSFWorkbook ? DocumentType.XLS : DocumentType.XLSX);
    }

    private static List<List<String>> rows(byte[] document, DocumentType type) throws UnreadableDocument {
        return DocumentReader.read(document, type, null).sections().lines(Section.OVERVIEW).stream()
                .filter(Line::row)
                .map(Line::cells)
                .toList();
    }

    static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
