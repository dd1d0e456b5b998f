package org.gongkai.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.gongkai.commandline.ResultColumn;
import org.gongkai.publication.SpooledWorkbook;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The coverage as a workbook (XLSX): a sheet with the agencies in rows and the years in columns, and one with all lines. */
final class CoverageWorkbook {

    private static final Text TITLE = new Text("年报覆盖情况", "Coverage of annual reports");
    private static final Text MATRIX = new Text("机关与年度", "Agencies and years");
    private static final Text LINES = new Text("明细", "Details");
    private static final Text AGENCY = new Text("机关", "Agency");
    private static final int NAME_WIDTH = 36 * 256;

    private CoverageWorkbook() {}

    static byte[] of(List<CoverageLine> lines, List<ResultColumn> columns, Instant now, Language language) {
        return SpooledWorkbook.write(TITLE.in(language), now, workbook -> {
            matrix(workbook.createSheet(MATRIX.in(language)), lines, language);
            details(workbook.createSheet(LINES.in(language)), lines, columns, language);
        });
    }

    private static void matrix(Sheet sheet, List<CoverageLine> lines, Language language) {
        List<Integer> years = List.copyOf(new TreeSet<>(
                lines.stream().map(CoverageLine::year).filter(Objects::nonNull).toList()));
        Map<String, Map<Integer, CoverageStatus>> byAgency = new TreeMap<>();
        lines.stream().filter(line -> line.agency() != null).forEach(line -> byAgency.computeIfAbsent(
                        line.agency(), name -> new TreeMap<>())
                .put(line.year(), line.status()));
        Row head = sheet.createRow(0);
        head.createCell(0).setCellValue(AGENCY.in(language));
        years.forEach(year -> head.createCell(1 + years.indexOf(year)).setCellValue(year));
        byAgency.forEach((agency, statuses) -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            row.createCell(0).setCellValue(agency);
            statuses.forEach((year, status) -> row.createCell(1 + years.indexOf(year))
                    .setCellValue(status.label().in(language)));
        });
        sheet.setColumnWidth(0, NAME_WIDTH);
        sheet.createFreezePane(1, 1);
    }

    private static void details(Sheet sheet, List<CoverageLine> lines, List<ResultColumn> columns, Language language) {
        Row head = sheet.createRow(0);
        columns.forEach(column -> head.createCell(columns.indexOf(column))
                .setCellValue(column.heading().in(language)));
        lines.forEach(line -> {
            Row row = sheet.createRow(sheet.getLastRowNum() + 1);
            Object[] values = CoverageRun.values(line);
            for (int index = 0; index < values.length; index++) {
                fill(row, index, values[index], language);
            }
        });
        sheet.createFreezePane(0, 1);
    }

    private static void fill(Row row, int column, Object value, Language language) {
        if (value instanceof Integer number) {
            row.createCell(column).setCellValue(number);
        } else if (value instanceof CoverageStatus status) {
            row.createCell(column).setCellValue(status.label().in(language));
        } else if (value != null) {
            row.createCell(column).setCellValue(value.toString());
        }
    }
}
