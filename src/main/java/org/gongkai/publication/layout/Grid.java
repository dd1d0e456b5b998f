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

/** A printed table: cells that reach over rows and columns, and together leave no gap. */
public final class Grid {

    private static final int MANY_COLUMNS = 10;

    private static final int ROWS_OF_A_PAGE = 30;

    private final List<GridCell> cells;
    private final List<Integer> widths;
    private final int headRows;
    private final GridCell[][] places;

    /**
     * A table.
     *
     * @param cells the cells, in the order in which they are read
     * @param widths how wide each column is in relation to the others
     * @param headRows how many rows at the top are repeated on each page
     */
    Grid(List<GridCell> cells, List<Integer> widths, int headRows) {
        this.cells = List.copyOf(cells);
        this.widths = List.copyOf(widths);
        this.headRows = headRows;
        this.places = new GridCell[rows(cells)][widths.size()];
        this.cells.forEach(this::place);
        if (Arrays.stream(places).flatMap(Arrays::stream).anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A table with a gap");
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

    /** Whether its columns are so many that letters have to be small. */
    public boolean isDense() {
        return columns() >= MANY_COLUMNS;
    }

    /** Whether its rows are so few that it is to be kept on one page. */
    public boolean fitsOnAPage() {
        return rows() <= ROWS_OF_A_PAGE;
    }

    public int rows() {
        return places.length;
    }

    public int columns() {
        return widths.size();
    }

    /** The cell that covers a place. */
    public GridCell at(int row, int column) {
        return places[row][column];
    }

    /** The cells that begin in a row. */
    public List<GridCell> beginningIn(int row) {
        return IntStream.range(0, columns())
                .filter(column -> at(row, column).beginsAt(row, column))
                .mapToObj(column -> at(row, column))
                .toList();
    }

    /** How wide a cell is in relation to the whole table. */
    public double share(GridCell cell) {
        double own = IntStream.range(cell.column(), cell.column() + cell.columns())
                .map(widths::get)
                .sum();
        return own / widths.stream().mapToInt(Integer::intValue).sum();
    }

    /** What says what a cell is about: the labels of its row, and the nearest headings above it, from the outermost on. */
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
                if (places[row][column] != null) {
                    throw new IllegalArgumentException("Two cells in one place: " + row + ", " + column);
                }
                places[row][column] = cell;
            }
        }
    }

    private static int rows(List<GridCell> cells) {
        return cells.stream().mapToInt(cell -> cell.row() + cell.rows()).max().orElse(0);
    }
}
