package org.gongkai.publication.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.RowLabel;

/** A printed table. Its cells span rows and columns and cover the table without a gap. */
public final class Grid {

    private static final int MIN_DENSE_COLUMNS = 10;

    private static final int MAX_ROWS_PER_PAGE = 30;

    private final List<Integer> widths;
    private final int headRows;
    private final Cells cells;

    /** The cells by their positions. */
    interface Cells {

        int rows();

        GridCell at(int row, int column);

        /** Returns the nearest row above with a heading of the column; -1 if there is none. */
        int headingAbove(int row, int column);
    }

    /**
     * Creates a table.
     *
     * @param cells the cells, in reading order
     * @param widths the width of each column relative to the others
     * @param headRows the number of rows at the top that are repeated on each page
     */
    Grid(List<GridCell> cells, List<Integer> widths, int headRows) {
        this(new PlacedCells(cells, widths.size()), widths, headRows);
    }

    /** Creates a table whose cells are made when they are needed. */
    Grid(Cells cells, List<Integer> widths, int headRows) {
        this.cells = cells;
        this.widths = List.copyOf(widths);
        this.headRows = headRows;
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
        return cells.rows();
    }

    public int columns() {
        return widths.size();
    }

    /** Returns the cell that covers a position. */
    public GridCell at(int row, int column) {
        return cells.at(row, column);
    }

    /** Returns the cells that begin in a row. */
    public List<GridCell> cellsStartingIn(int row) {
        return IntStream.range(0, columns())
                .mapToObj(column -> Map.entry(column, at(row, column)))
                .filter(cell -> cell.getValue().startsAt(row, cell.getKey()))
                .map(Map.Entry::getValue)
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
        int row = cells.headingAbove(cell.row(), cell.column());
        while (row >= 0 && isColumnHeading(row, cell.column())) {
            headings.add(0, at(row, cell.column()));
            row--;
        }
        return headings;
    }

    private boolean isColumnHeading(int row, int column) {
        return at(row, column).content() instanceof ColumnHeading;
    }
}
