package org.gongkai.publication.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.gongkai.publication.layout.GridCell.ColumnHeading;

/** Cells that span rows and columns. */
final class PlacedCells implements Grid.Cells {

    private final GridCell[][] cellsByPosition;

    /**
     * Places cells.
     *
     * @param cells the cells, in reading order
     * @param columns the number of columns
     */
    PlacedCells(List<GridCell> cells, int columns) {
        cellsByPosition = new GridCell[rows(cells)][columns];
        cells.forEach(this::place);
        if (Arrays.stream(cellsByPosition).flatMap(Arrays::stream).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("The cells do not cover the table");
        }
    }

    private void place(GridCell cell) {
        for (int row = cell.row(); row < cell.row() + cell.rows(); row++) {
            for (int column = cell.column(); column < cell.column() + cell.columns(); column++) {
                if (cellsByPosition[row][column] != null) {
                    throw new IllegalArgumentException("Two cells in one place: " + row + ", " + column);
                }
                cellsByPosition[row][column] = cell;
            }
        }
    }

    private static int rows(List<GridCell> cells) {
        return cells.stream().mapToInt(cell -> cell.row() + cell.rows()).max().orElse(0);
    }

    @Override
    public int rows() {
        return cellsByPosition.length;
    }

    @Override
    public GridCell at(int row, int column) {
        return cellsByPosition[row][column];
    }

    @Override
    public int headingAbove(int row, int column) {
        int above = row - 1;
        while (above >= 0 && !(at(above, column).content() instanceof ColumnHeading)) {
            above--;
        }
        return above;
    }
}
