package org.gongkai.transcription.carrier.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Shape;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.CellText;
import org.gongkai.transcription.page.GridBuilder;
import org.gongkai.transcription.page.PlacedTable;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads the visible cells of one sheet. */
final class SheetReader {

    /** The width from which a column can be seen, in units of 1/256 of a character. */
    private static final int MIN_WIDTH = 64;

    static final int MAX_MERGED = 2_000;

    private final Sheet sheet;
    private final ShownCell shown;
    private final PlacedTable table;

    private final MergedRegions merged;

    /** The cells under pictures, text boxes and form fields. */
    private final Set<CellAddress> covered = new HashSet<>();

    private SheetReader(Sheet sheet) {
        this.sheet = sheet;
        this.merged = new MergedRegions(sheet.getMergedRegions());
        this.shown = new ShownCell(sheet);
        this.table = PlacedTable.ofSheet(sheet.getSheetName());
    }

    static List<Block> read(Sheet sheet) throws UnreadableDocument {
        if (sheet.getNumMergedRegions() > MAX_MERGED) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_MERGED.with(MAX_MERGED));
        }
        SheetReader reader = new SheetReader(sheet);
        reader.findShapes();
        reader.hideColumns();
        for (Row row : sheet) {
            reader.row(row);
        }
        return reader.table.blocks();
    }

    private void findShapes() {
        Drawing<?> drawing = sheet.getDrawingPatriarch();
        if (drawing != null) {
            for (Shape shape : drawing) {
                if (!(shape instanceof HSSFComment) && shape.getAnchor() instanceof ClientAnchor anchor) {
                    covered.add(new CellAddress(anchor.getRow1(), anchor.getCol1()));
                }
            }
        }
    }

    private void hideColumns() {
        for (int column = 0; column < GridBuilder.MAX_COLUMNS; column++) {
            if (sheet.isColumnHidden(column) || sheet.getColumnWidth(column) < MIN_WIDTH) {
                table.hideColumn(column);
            }
        }
    }

    private void row(Row row) throws UnreadableDocument {
        if (row.getZeroHeight() || row.getHeight() == 0) {
            table.hideRow(row.getRowNum());
        }
        for (Cell cell : row) {
            cell(cell);
        }
    }

    private void cell(Cell cell) throws UnreadableDocument {
        if (merged.continuesIn(cell)) {
            return;
        }
        CellRangeAddress region = merged.at(cell);
        int rows = region.getLastRow() - region.getFirstRow() + 1;
        int columns = region.getLastColumn() - region.getFirstColumn() + 1;
        CellText text = shown.text(cell, width(cell.getColumnIndex(), columns));
        boolean object = covered.contains(cell.getAddress());
        table.cell(cell.getRowIndex(), cell.getColumnIndex(), rows, columns, object ? text.withObject() : text);
    }

    /** Returns the width of a cell, in characters. */
    private double width(int column, int columns) {
        double width = 0;
        for (int index = column; index < Math.min(column + columns, GridBuilder.MAX_COLUMNS); index++) {
            width += sheet.isColumnHidden(index) ? 0 : sheet.getColumnWidth(index);
        }
        return width / 256;
    }
}
