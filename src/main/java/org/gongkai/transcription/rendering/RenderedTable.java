package org.gongkai.transcription.rendering;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.text.UnsafeCharacter;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.PrintedCell;

/** The rows of a table with its merged cells. */
final class RenderedTable {

    private final List<List<PrintedCell>> rows;

    private RenderedTable(Grid grid) {
        this.rows = grid.rows();
    }

    static List<RenderedRow> rows(Grid grid) {
        RenderedTable table = new RenderedTable(grid);
        return IntStream.range(0, table.rows.size()).mapToObj(table::row).toList();
    }

    private RenderedRow row(int row) {
        List<RenderedCell> cells = new ArrayList<>();
        for (int column = 0; column < rows.get(row).size(); column++) {
            PrintedCell cell = rows.get(row).get(column);
            if (cell.row() == row && cell.column() == column) {
                cells.add(new RenderedCell(column + 1, rowSpan(cell), columnSpan(cell), text(cell)));
            }
        }
        return new RenderedRow(cells);
    }

    private static String text(PrintedCell cell) {
        String text = String.join("\n", cell.lines()) + (cell.pictured() ? PrintedCell.OBJECT : "");
        return UnsafeCharacter.removed(text);
    }

    private int rowSpan(PrintedCell cell) {
        int end = cell.row() + 1;
        while (end < rows.size() && isAt(cell, end, cell.column())) {
            end++;
        }
        return end - cell.row();
    }

    private int columnSpan(PrintedCell cell) {
        int end = cell.column() + 1;
        while (isAt(cell, cell.row(), end)) {
            end++;
        }
        return end - cell.column();
    }

    /** Returns whether a position belongs to a cell. Rows may have different lengths. */
    private boolean isAt(PrintedCell cell, int row, int column) {
        List<PrintedCell> cells = rows.get(row);
        return column < cells.size() && cells.get(column).equals(cell);
    }
}
