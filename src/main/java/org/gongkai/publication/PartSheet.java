package org.gongkai.publication;

import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.gongkai.publication.layout.Grid;
import org.gongkai.publication.layout.GridCell;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;

/** Writes one part of a document to a sheet: the title, the heading, the text line by line, and the table. */
final class PartSheet {

    /** The width of a sheet, in characters. */
    private static final int WIDTH = 84;

    /** The maximum number of characters in one row. Longer lines are split, because the height of a row is limited. */
    private static final int MAX_ROW_CHARACTERS = 800;

    /** The height of one line in a table, in points. */
    private static final float LINE_HEIGHT = 16;

    /** The maximum height of a row in a spreadsheet, in points. */
    private static final float MAX_ROW_HEIGHT = 409;

    /** The line height of text, as a multiple of the font size. */
    private static final double LINE_SPACING = 1.5;

    /** The font size to which the widths refer, in points. */
    private static final double WIDTH_FONT_SIZE = 11;

    private final SXSSFSheet sheet;
    private final SheetStyles styles;
    private final Part part;
    private final int columns;
    private int row;

    PartSheet(SXSSFSheet sheet, SheetStyles styles, Part part) {
        this.sheet = sheet;
        this.styles = styles;
        this.part = part;
        this.columns = part.table().map(Grid::columns).orElse(1);
    }

    void fill(OfficialDocument document) {
        setWidths();
        addMergedRow(document.title(), styles.ofTitle(), Typeface.TITLE);
        if (!document.note().isEmpty()) {
            addMergedRow(document.note(), styles.ofText(), Typeface.TEXT);
        }
        addMergedRow(part.heading(), styles.ofHeading(), Typeface.HEADING);
        part.lines().forEach(line -> addText(line));
        part.table().ifPresent(this::addTable);
    }

    private void setWidths() {
        if (part.table().isEmpty()) {
            sheet.setColumnWidth(0, TextWidth.UNITS_PER_CHARACTER * WIDTH);
            return;
        }
        Grid table = part.table().get();
        int totalWidth = table.widths().stream().mapToInt(Integer::intValue).sum();
        for (int column = 0; column < columns; column++) {
            sheet.setColumnWidth(
                    column,
                    TextWidth.UNITS_PER_CHARACTER * WIDTH * table.widths().get(column) / totalWidth);
        }
    }

    private void addText(String line) {
        int length = line.codePointCount(0, line.length());
        for (int from = 0; from == 0 || from < length; from += MAX_ROW_CHARACTERS) {
            int end = Math.min(length, from + MAX_ROW_CHARACTERS);
            String piece = line.substring(line.offsetByCodePoints(0, from), line.offsetByCodePoints(0, end));
            addMergedRow(piece, styles.ofText(), Typeface.TEXT);
        }
    }

    private void addMergedRow(String text, CellStyle style, Typeface typeface) {
        Row line = sheet.createRow(row);
        int lines = lines(text, (int) (WIDTH * WIDTH_FONT_SIZE / typeface.size()));
        line.setHeightInPoints(Math.min(MAX_ROW_HEIGHT, (float) (lines * LINE_SPACING * typeface.size())));
        Cell cell = line.createCell(0);
        cell.setCellValue(escaped(text));
        cell.setCellStyle(style);
        if (columns > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(row, row, 0, columns - 1));
        }
        row++;
    }

    private void addTable(Grid table) {
        int top = row;
        if (table.headRows() > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(top, top + table.headRows() - 1, -1, -1));
        }
        IntStream.range(0, table.rows()).forEach(line -> addTableRow(table, line, top));
    }

    private void addTableRow(Grid table, int number, int top) {
        Row line = sheet.createRow(top + number);
        line.setHeightInPoints(Math.min(MAX_ROW_HEIGHT, LINE_HEIGHT * maxLines(table, number)));
        for (int column = 0; column < columns; column++) {
            GridCell covering = table.at(number, column);
            Cell cell = line.createCell(column);
            cell.setCellStyle(styles.of(covering.content()));
            if (covering.startsAt(number, column)) {
                writeCell(cell, covering);
            }
        }
        row++;
    }

    private void writeCell(Cell cell, GridCell covering) {
        if (covering.content() instanceof Quantity quantity) {
            cell.setCellValue(quantity.plain().doubleValue());
        } else {
            cell.setCellValue(escaped(covering.content().text()));
        }
        if (covering.rows() > 1 || covering.columns() > 1) {
            sheet.addMergedRegionUnsafe(new CellRangeAddress(
                    cell.getRowIndex(),
                    cell.getRowIndex() + covering.rows() - 1,
                    covering.column(),
                    covering.column() + covering.columns() - 1));
        }
    }

    /** Returns the number of lines that a row needs. Cells that span several rows are not counted. */
    private static int maxLines(Grid table, int row) {
        return table.cellsStartingIn(row).stream()
                .filter(cell -> cell.rows() == 1)
                .mapToInt(cell -> lines(cell.content().text(), (int) (WIDTH * table.widthShare(cell))))
                .max()
                .orElse(1);
    }

    /** Returns the number of lines that a text needs. One character is left free on both sides. */
    private static int lines(String text, int width) {
        return 1 + Math.max(0, TextWidth.of(text) - 1) / Math.max(1, width - 2);
    }

    /**
     * Returns a text that spreadsheets show unchanged. They read {@code _x0041_} as an escaped character, so such an
     * underscore is escaped itself.
     */
    private static String escaped(String text) {
        return XmlText.of(text).replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }
}
