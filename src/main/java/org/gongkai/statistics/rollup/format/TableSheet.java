package org.gongkai.statistics.rollup.format;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.gongkai.publication.PageSetup;
import org.gongkai.publication.TextWidth;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Language;

/** The sheet with the rows of a roll-up. Numbers are cells with numbers, and the header stays in sight. */
final class TableSheet {

    /**
     * The width of the button of the filter, in characters. A column is as wide as its header with this button, or its
     * widest text.
     */
    private static final int BUTTON = 4;

    /** A table with more columns is printed in landscape. */
    private static final int MAX_PORTRAIT_COLUMNS = 5;

    private static final int MIN_WIDTH = 12;
    private static final int MAX_WIDTH = 60;

    private final SXSSFSheet sheet;
    private final CellStyles styles;

    TableSheet(SXSSFSheet sheet, CellStyles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void fill(RollUp rollUp, Representation representation) {
        List<RollUpColumn> columns = RollUpColumn.of(rollUp, representation);
        List<RollUpRow> rows = rollUp.rows();
        header(columns, representation.language());
        for (int column = 0; column < columns.size(); column++) {
            sheet.setColumnWidth(
                    column,
                    TextWidth.UNITS_PER_CHARACTER * width(columns.get(column), rows, representation.language()));
        }
        PageSetup.fitWidth(sheet).setLandscape(columns.size() > MAX_PORTRAIT_COLUMNS);
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, columns.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        for (int row = 0; row < rows.size(); row++) {
            line(sheet.createRow(row + 1), rows.get(row), columns);
        }
    }

    private void header(List<RollUpColumn> columns, Language language) {
        Row header = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = header.createCell(column);
            cell.setCellValue(columns.get(column).title().in(language));
            cell.setCellStyle(styles.ofHeader());
        }
    }

    private void line(Row line, RollUpRow row, List<RollUpColumn> columns) {
        for (int column = 0; column < columns.size(); column++) {
            Object content = columns.get(column).content().apply(row);
            if (content instanceof Number number) {
                Cell cell = line.createCell(column);
                cell.setCellValue(number.doubleValue());
                cell.setCellStyle(style(columns.get(column), row));
            } else if (content != null) {
                line.createCell(column).setCellValue(content.toString());
            }
        }
    }

    private CellStyle style(RollUpColumn column, RollUpRow row) {
        if (column.name().equals(RollUpColumn.VALUE)) {
            return styles.ofValue(row.figure());
        }
        return column.name().equals(Dimension.YEAR.code()) ? styles.ofYear() : styles.ofCount();
    }

    private static int width(RollUpColumn column, List<RollUpRow> rows, Language language) {
        int header = TextWidth.of(column.title().in(language)) + BUTTON;
        int widest = rows.stream()
                .map(column.content())
                .mapToInt(content -> content instanceof String text ? TextWidth.of(text) : MIN_WIDTH)
                .max()
                .orElse(MIN_WIDTH);
        return Math.min(MAX_WIDTH, Math.max(header, widest + 1));
    }
}
