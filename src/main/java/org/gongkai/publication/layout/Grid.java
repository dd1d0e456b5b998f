package org.gongkai.publication.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.RowLabel;

/** A printed table. Its cells span rows and columns and cover the table without a gap. */
public final class Grid {

    private static final int MIN_DENSE_COLUMNS = 10;

    private static final int MAX_ROWS_PER_PAGE = 30;

    private final List<GridCell> cells;
    private final List<Integer> widths;
    private final int headRows;
    private final GridCell[][] cellsByPosition;

    /**
     * Creates a table.
     *
     * @param cells the cells, in reading order
     * @param widths the width of each column relative to the others
     * @param headRows the number of rows at the top that are repeated on each page
     */
    Grid(List<GridCell> cells, List<Integer> widths, int headRows) {
        this.cells = List.copyOf(cells);
        this.widths = List.copyOf(widths);
        this.headRows = headRows;
        this.cellsByPosition = new GridCell[rows(cells)][widths.size()];
        this.cells.forEach(this::place);
        if (Arrays.stream(cellsByPosition).flatMap(Arrays::stream).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("The cells do not cover the table");
        }
    }

    List<GridCell> cells() {
        return cells;
    }

    public List<Integer> widths() {
        return widths;
    }

    public int headRows() {
        return headRows;
    }

    /** Checks that the table has so many columns that it needs small letters. */
    public boolean isDense() {
        return columns() >= MIN_DENSE_COLUMNS;
    }

    /** Checks that the table has few enough rows to be kept on one page. */
    public boolean fitsOnPage() {
        return rows() <= MAX_ROWS_PER_PAGE;
    }

    public int rows() {
        return cellsByPosition.length;
    }

    public int columns() {
        return widths.size();
    }

    /** Returns the cell that covers a position. */
    public GridCell at(int row, int column) {
        return cellsByPosition[row][column];
    }

    /** Returns the cells that begin in a row. */
    public List<GridCell> cellsStartingIn(int row) {
        return IntStream.range(0, columns())
                .filter(column -> at(row, column).startsAt(row, column))
                .mapToObj(column -> at(row, column))
                .toList();
    }

    /** Returns the width of a cell as a share of the whole table. */
    public double widthShare(GridCell cell) {
        double own = IntStream.range(cell.column(), cell.column() + cell.columns())
                .map(widths::get)
                .sum();
        return own / widths.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Returns the headings of a cell: the nearest column headings above it, from the outermost to the innermost, and
     * then the labels of its row.
     */
    public List<GridCell> headingsOf(GridCell cell) {
        Set<GridCell> headings = new LinkedHashSet<>(columnHeadings(cell));
        IntStream.range(0, cell.column())
                .mapToObj(column -> at(cell.row(), column))
                .filter(other -> other.content() instanceof RowLabel)
                .forEach(headings::add);
        return List.copyOf(headings);
    }

    private List<GridCell> columnHeadings(GridCell cell) {
        List<GridCell> headings = new ArrayList<>();
        int row = cell.row() - 1;
        while (row >= 0 && !isColumnHeading(row, cell.column())) {
            row--;
        }
        while (row >= 0 && isColumnHeading(row, cell.column())) {
            headings.add(0, at(row, cell.column()));
            row--;
        }
        return headings;
    }

    private boolean isColumnHeading(int row, int column) {
        return at(row, column).content() instanceof ColumnHeading;
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
}
