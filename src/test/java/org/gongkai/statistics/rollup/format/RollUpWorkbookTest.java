package org.gongkai.statistics.rollup.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statistics.rollup.format.SampleRollUp.FEES;
import static org.gongkai.statistics.rollup.format.SampleRollUp.RECEIVED;
import static org.gongkai.statistics.rollup.format.SampleRollUp.as;
import static org.gongkai.statistics.rollup.format.SampleRollUp.row;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.http.parameter.Labels;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The content of the workbook, as another reader of workbooks sees it. Changes the time zone, so it runs while no test of the service does. */
@Isolated
class RollUpWorkbookTest {

    private static final RollUp MIXED = SampleRollUp.of(
            List.of("year", "district", "applicantType", "figure"),
            row(2023, "渌口区", RECEIVED, "12345", 3, 4),
            row(2023, "渌口区", FEES, "5949.088667", 3, 4),
            row(2024, "渌口区", "rates.disclosure", "0.4375", 1, 4),
            row(2024, "渌口区", "rates.refusal", null, 0, 4));

    private final TimeZone zone = TimeZone.getDefault();

    @AfterEach
    void restoreTimeZone() {
        TimeZone.setDefault(zone);
    }

    @Test
    void hasCodesAndNamesUnderReadableTitles() throws IOException {
        try (XSSFWorkbook workbook = workbook(MIXED, as(RollUpFormat.XLSX))) {
            assertThat(shown(workbook.getSheet("汇总")))
                    .containsExactly(
                            List.of(
                                    "年度", "行政区划代码", "行政区划", "申请人类型代码", "申请人类型", "指标代码", "指标", "数值", "报告数", "应报数",
                                    "逾期报送数", "零报告数", "声明零报告数"),
                            List.of(
                                    "2023",
                                    "D渌口区",
                                    "渌口区",
                                    "naturalPerson",
                                    "自然人",
                                    RECEIVED,
                                    "表三 · 一、本年新收政府信息公开申请数量",
                                    "12,345",
                                    "3",
                                    "4",
                                    "0",
                                    "0",
                                    "0"),
                            List.of(
                                    "2023",
                                    "D渌口区",
                                    "渌口区",
                                    "naturalPerson",
                                    "自然人",
                                    FEES,
                                    "表二 · 行政事业性收费 · 本年收费金额",
                                    "5,949.088667",
                                    "3",
                                    "4",
                                    "0",
                                    "0",
                                    "0"),
                            List.of(
                                    "2024",
                                    "D渌口区",
                                    "渌口区",
                                    "naturalPerson",
                                    "自然人",
                                    "rates.disclosure",
                                    "公开率",
                                    "43.75%",
                                    "1",
                                    "4",
                                    "0",
                                    "0",
                                    "0"),
                            List.of(
                                    "2024",
                                    "D渌口区",
                                    "渌口区",
                                    "naturalPerson",
                                    "自然人",
                                    "rates.refusal",
                                    "不予公开率",
                                    "",
                                    "0",
                                    "4",
                                    "0",
                                    "0",
                                    "0"));
        }
    }

    @Test
    void printsAllColumnsOnOnePage_andTheHeaderOnEach() throws IOException {
        try (XSSFWorkbook workbook = workbook(MIXED, as(RollUpFormat.XLSX))) {
            workbook.forEach(sheet -> {
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
            });
            assertThat(workbook.getSheet("汇总").getPrintSetup().getLandscape()).isTrue();
            assertThat(workbook.getSheet("汇总").getRepeatingRows().formatAsString())
                    .isEqualTo("1:1");
            assertThat(workbook.getSheet("说明").getPrintSetup().getLandscape()).isFalse();
        }
    }

    @Test
    void writesEnglishWithNamesOnly() throws IOException {
        try (XSSFWorkbook workbook = workbook(MIXED, as(RollUpFormat.XLSX, Labels.NAMES, Language.EN))) {
            assertThat(shown(workbook.getSheet("Roll-up")).get(0))
                    .containsExactly(
                            "Year",
                            "District",
                            "Type of applicant",
                            "Figure",
                            "Value",
                            "Reports",
                            "Expected",
                            "Late",
                            "Nil returns",
                            "Stated nil returns");
            assertThat(workbook.getSheet("Notes")).isNotNull();
        }
    }

    @Test
    void holdsNumbersAsNumbers() throws IOException {
        try (XSSFWorkbook workbook = workbook(MIXED, as(RollUpFormat.XLSX, Labels.CODES, Language.ZH))) {
            Row fees = workbook.getSheetAt(0).getRow(2);
            for (int column : List.of(0, 4, 5, 6)) {
                assertThat(fees.getCell(column).getCellType()).isEqualTo(CellType.NUMERIC);
            }
            assertThat(fees.getCell(0).getNumericCellValue()).isEqualTo(2023);
            assertThat(fees.getCell(4).getNumericCellValue()).isEqualTo(5949.088667);
            assertThat(fees.getCell(1).getCellType()).isEqualTo(CellType.STRING);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9007199254740992", "-18", "999999999.999999", "0"})
    void keepsLargeNumbers(String value) throws IOException {
        RollUp rollUp = SampleRollUp.of(List.of(), row(2023, "渌口区", RECEIVED, value, 1, 1));
        try (XSSFWorkbook workbook = workbook(rollUp, as(RollUpFormat.XLSX, Labels.CODES, Language.ZH))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getNumericCellValue())
                    .isEqualTo(Double.parseDouble(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "甲,\"乙\"\n丙 & <丁>"})
    void keepsNamesAsTexts(String name) throws IOException {
        RollUp rollUp = SampleRollUp.of(List.of("district"), row(2023, name, RECEIVED, "12", 3, 4));
        try (XSSFWorkbook workbook = workbook(rollUp, as(RollUpFormat.XLSX, Labels.NAMES, Language.ZH))) {
            Cell cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(name);
        }
    }

    @Test
    void freezesItsHeaderAndHasFilters() throws IOException {
        try (XSSFWorkbook workbook = workbook(MIXED, as(RollUpFormat.XLSX))) {
            var sheet = workbook.getSheetAt(0);
            assertThat(workbook.getFontAt(
                                    sheet.getRow(0).getCell(0).getCellStyle().getFontIndex())
                            .getBold())
                    .isTrue();
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:M5");
            assertThat(sheet.getColumnWidth(6) / 256)
                    .as("wide enough for the longest name of a figure")
                    .isGreaterThanOrEqualTo("表三 · 一、本年新收政府信息公开申请数量".length() * 2 - 6)
                    .isLessThan(60);
            assertThat(workbook.getActiveSheetIndex()).isZero();
        }
    }

    @Test
    void hasASheetOfNotes() throws IOException {
        try (XSSFWorkbook workbook = workbook(MIXED, as(RollUpFormat.XLSX))) {
            assertThat(shown(workbook.getSheet("说明")))
                    .contains(
                            List.of("查询", "/api/v1/statistics?figure=requests.newlyReceived"),
                            List.of("数据时点", "2026-11-23 21:23:54（北京时间）"),
                            List.of("数据版本", "4"),
                            List.of("注", "只统计生效的报告（basis=accepted）"),
                            List.of("注", "按报告当时的机关、行政区划和部门类别（boundaries=as-reported）"),
                            List.of("注", "表二 · 行政事业性收费 · 本年收费金额：2019, 2020 年的格式没有此项，不计入这些年度"),
                            List.of("指标代码", "指标", "单位", "报告数", "应报数"),
                            List.of(RECEIVED, "表三 · 一、本年新收政府信息公开申请数量", "件", "3", "4"),
                            List.of(FEES, "表二 · 行政事业性收费 · 本年收费金额", "万元", "3", "4"),
                            List.of("rates.disclosure", "公开率", "1", "1", "4"));
        }
    }

    /** All types of applicant are counted from the same reports. */
    @Test
    void countsAReportOnceForAllTypesOfApplicant() throws IOException {
        RollUp byType = SampleRollUp.of(
                List.of("applicantType", "year"),
                typed(2023, "naturalPerson"),
                typed(2024, "naturalPerson"),
                typed(2023, "commercialEnterprise"),
                typed(2024, "commercialEnterprise"));
        try (XSSFWorkbook workbook = workbook(byType, as(RollUpFormat.XLSX))) {
            assertThat(shown(workbook.getSheet("说明")))
                    .contains(List.of(RECEIVED, "表三 · 一、本年新收政府信息公开申请数量", "件", "6", "8"));
        }
    }

    @Test
    void isAnEmptyTableWithoutRows() throws IOException {
        try (XSSFWorkbook workbook = workbook(SampleRollUp.of(List.of("year")), as(RollUpFormat.XLSX))) {
            assertThat(shown(workbook.getSheetAt(0)))
                    .containsExactly(List.of("年度", "指标代码", "指标", "数值", "报告数", "应报数", "逾期报送数", "零报告数", "声明零报告数"));
        }
    }

    /** Zip files contain the local time, with a precision of two seconds. Two time zones far apart differ for sure. */
    @Test
    void isTheSameBytesEveryTimeInEveryTimeZone() {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        byte[] here = SampleRollUp.bytes(RollUpWorkbook::write, MIXED, as(RollUpFormat.XLSX));
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

        assertThat(SampleRollUp.bytes(RollUpWorkbook::write, MIXED, as(RollUpFormat.XLSX)))
                .isEqualTo(here);
    }

    @Test
    void writesManyRows_andDeletesItsTemporaryFiles() throws IOException {
        List<String> before = spooled();
        RollUp many = SampleRollUp.of(
                List.of("year", "district"),
                IntStream.range(0, 2_000)
                        .mapToObj(number -> row(2023, "区" + number, RECEIVED, String.valueOf(number), 1, 1))
                        .toArray(RollUpRow[]::new));

        try (XSSFWorkbook workbook = workbook(many, as(RollUpFormat.XLSX, Labels.NAMES, Language.ZH))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(2_000);
            assertThat(sheet.getRow(2_000).getCell(3).getNumericCellValue()).isEqualTo(1_999);
        }
        assertThat(spooled()).isEqualTo(before);
    }

    private static RollUpRow typed(int year, String applicantType) {
        RollUpRow row = row(year, "渌口区", RECEIVED, "1", 3, 4);
        return SampleRollUp.row(
                row.year(), null, null, null, applicantType, row.figure(), row.value(), row.reports(), row.expected());
    }

    private static List<String> spooled() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.map(Path::toFile)
                    .map(File::getName)
                    .filter(name -> name.startsWith("poi"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static XSSFWorkbook workbook(RollUp rollUp, Representation representation) throws IOException {
        return new XSSFWorkbook(
                new ByteArrayInputStream(SampleRollUp.bytes(RollUpWorkbook::write, rollUp, representation)));
    }

    /** Returns the displayed text of the cells, line by line. */
    private static List<List<String>> shown(Sheet sheet) {
        DataFormatter shown = new DataFormatter();
        List<List<String>> lines = new ArrayList<>();
        for (Row line : sheet) {
            lines.add(IntStream.range(0, line.getLastCellNum())
                    .mapToObj(column -> shown.formatCellValue(line.getCell(column)))
                    .toList());
        }
        return lines;
    }
}
