package org.gongkai.publication.table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.gongkai.publication.PageSetup;
import org.gongkai.publication.TextWidth;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A sheet with a table. Numbers and dates are cells with numbers and dates, and the header stays in sight. In print, all
 * columns are on one page and the header is repeated.
 */
public final class TableSheet<R> {

    /**
     * The width of the button of the filter, in characters. A column is as wide as its header with this button, or its
     * widest text.
     */
    private static final int BUTTON = 4;

    /** A table with more columns is printed in landscape. */
    private static final int MAX_PORTRAIT_COLUMNS = 5;

    private static final int MIN_WIDTH = 12;
    private static final int MAX_WIDTH = 60;

    /** The width of a time to the minute. */
    private static final int TIME_WIDTH = 17;

    private static final Text YES = new Text("是", "yes");
    private static final Text NO = new Text("否", "no");

    private final SXSSFSheet sheet;
    private final TableStyles styles;
    private final List<TableColumn<R>> columns;
    private final Language language;

    public TableSheet(SXSSFSheet sheet, TableStyles styles, List<TableColumn<R>> columns, Language language) {
        this.sheet = sheet;
        this.styles = styles;
        this.columns = columns;
        this.language = language;
    }

    /** Writes the header and the rows, and sets up the sheet. */
    public void fill(List<R> rows) {
        header();
        for (int column = 0; column < columns.size(); column++) {
            sheet.setColumnWidth(column, TextWidth.UNITS_PER_CHARACTER * width(columns.get(column), rows));
        }
        PageSetup.fitWidth(sheet).setLandscape(columns.size() > MAX_PORTRAIT_COLUMNS);
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, rows.size(), 0, columns.size() - 1));
        sheet.setPrintGridlines(true);
        sheet.setRepeatingRows(new CellRangeAddress(0, 0, -1, -1));
        for (int row = 0; row < rows.size(); row++) {
            line(sheet.createRow(row + 1), rows.get(row));
        }
    }

    private void header() {
        Row header = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            Cell cell = header.createCell(column);
            cell.setCellValue(columns.get(column).title().in(language));
            cell.setCellStyle(styles.ofHeader());
        }
    }

    private void line(Row line, R row) {
        for (int column = 0; column < columns.size(); column++) {
            Object content = columns.get(column).content().apply(row);
            if (content != null) {
                fill(
                        line.createCell(column),
                        content,
                        columns.get(column).pattern().apply(row));
            }
        }
    }

    private void fill(Cell cell, Object content, String pattern) {
        if (content instanceof Number number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(styles.ofNumber(pattern));
        } else if (content instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(styles.ofDay());
        } else if (content instanceof Instant instant) {
            cell.setCellValue(BeijingTime.at(instant));
            cell.setCellStyle(styles.ofMinute());
        } else {
            cell.setCellValue(text(content));
            cell.setCellStyle(styles.ofPlainText());
        }
    }

    private String text(Object content) {
        return content instanceof Boolean yes ? (yes ? YES : NO).in(language) : content.toString();
    }

    private int width(TableColumn<R> column, List<R> rows) {
        int header = TextWidth.of(column.title().in(language)) + BUTTON;
        int widest = rows.stream()
                .map(column.content())
                .mapToInt(TableSheet::width)
                .max()
                .orElse(MIN_WIDTH);
        return Math.min(MAX_WIDTH, Math.max(header, widest + 1));
    }

    private static int width(Object content) {
        if (content instanceof String text) {
            return TextWidth.of(text);
        }
        if (content == null || content instanceof Boolean) {
            return 0;
        }
        return content instanceof Instant ? TIME_WIDTH : MIN_WIDTH;
    }
}
