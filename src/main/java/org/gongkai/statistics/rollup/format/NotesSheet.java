package org.gongkai.statistics.rollup.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.gongkai.publication.PageSetup;
import org.gongkai.publication.TextWidth;
import org.gongkai.publication.table.TableStyles;
import org.gongkai.statistics.rollup.FigureUnit;
import org.gongkai.statistics.rollup.Names;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * The sheet with the notes of a roll-up: its query, the reports that are counted, and the unit and the coverage of each
 * figure.
 */
final class NotesSheet {

    private static final List<Text> FIGURES = List.of(
            new Text("指标代码", "Figure code"),
            new Text("指标", "Figure"),
            new Text("单位", "Unit"),
            new Text("报告数", "Reports"),
            new Text("应报数", "Expected"));

    private static final int[] WIDTHS = {44, 80, 12, 12, 12};

    private final SXSSFSheet sheet;
    private final TableStyles styles;
    private int lines;

    NotesSheet(SXSSFSheet sheet, TableStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void fill(RollUp rollUp, Representation representation) {
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, TextWidth.UNITS_PER_CHARACTER * WIDTHS[column]);
        }
        PageSetup.fitWidth(sheet);
        Language language = representation.language();
        facts(rollUp, representation).forEach((label, fact) -> fact(label.in(language), fact));
        new RollUpNotes(rollUp, language)
                .sentences()
                .forEach(sentence -> fact(new Text("注", "Note").in(language), sentence));
        lines++;
        figures(rollUp, language);
    }

    /** Returns facts about a roll-up, by their labels; the first is its title. */
    static Map<Text, String> facts(RollUp rollUp, Representation representation) {
        Language language = representation.language();
        Map<Text, String> facts = new LinkedHashMap<>();
        facts.put(new Text("内容", "Content"), new RollUpNotes(rollUp, language).title());
        facts.put(new Text("来源", "Source"), RollUpNotes.SOURCE.in(language));
        facts.put(new Text("查询", "Query"), representation.uri().text());
        facts.put(
                new Text("数据时点", "As of"),
                new Text("%s（北京时间）", "%s (Beijing time)")
                        .with(BeijingTime.of(rollUp.asOf()))
                        .in(language));
        facts.put(new Text("数据版本", "Data version"), String.valueOf(rollUp.dataVersion()));
        return facts;
    }

    private void fact(String label, String fact) {
        Row line = sheet.createRow(lines++);
        text(line, 0, label, styles.ofHeader());
        text(line, 1, fact, styles.ofText());
    }

    private void figures(RollUp rollUp, Language language) {
        Row header = sheet.createRow(lines++);
        for (int column = 0; column < FIGURES.size(); column++) {
            text(header, column, FIGURES.get(column).in(language), styles.ofHeader());
        }
        coverage(rollUp.rows()).forEach((figure, counts) -> figure(figure, counts, language));
    }

    /** Returns the reports counted and expected, by figure. Rows that differ only in the type of applicant count the same. */
    private static Map<String, long[]> coverage(List<RollUpRow> rows) {
        Map<String, long[]> coverage = new LinkedHashMap<>();
        for (RollUpRow row : rows) {
            long[] counts = coverage.computeIfAbsent(row.figure(), figure -> new long[2]);
            if (Objects.equals(row.applicantType(), rows.get(0).applicantType())) {
                counts[0] += row.reports();
                counts[1] += row.expected();
            }
        }
        return coverage;
    }

    private void figure(String figure, long[] counts, Language language) {
        Row line = sheet.createRow(lines++);
        text(line, 0, figure, styles.ofText());
        text(line, 1, Names.figure(figure).in(language), styles.ofText());
        text(line, 2, FigureUnit.of(figure).label().in(language), styles.ofText());
        count(line, 3, counts[0]);
        count(line, 4, counts[1]);
    }

    private static void text(Row line, int column, String text, CellStyle style) {
        Cell cell = line.createCell(column);
        cell.setCellValue(text);
        cell.setCellStyle(style);
    }

    private void count(Row line, int column, long count) {
        Cell cell = line.createCell(column);
        cell.setCellValue(count);
        cell.setCellStyle(styles.ofCount());
    }
}
