package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.text.UnsafeCharacter;
import org.gongkai.transcription.place.Place;

/** A table whose cells have fixed positions, as those of a spreadsheet. Hidden rows and columns are left out. */
public final class PlacedTable {

    private static final int MAX_CELLS = 100_000;
    public static final int MAX_ROWS = 5_000;

    /** The number of positions that are filled at most. Merged cells of damaged files may lie on each other. */
    private static final int MAX_POSITIONS = 1_000_000;

    /** The length from which a text in a row of its own stands beside the table, not in it. */
    private static final int LONG_TEXT = 30;

    /** Matches the title of a block of table 2. */
    private static final Pattern CLAUSE = Pattern.compile("第二十条第.{1,5}项");

    private static final PrintedCell BLANK = PrintedCell.blank(0, 0, Place.UNKNOWN);

    /** Returns the place of a position. */
    @FunctionalInterface
    private interface Places {
        Place at(int row, int column);
    }

    /** A cell with its position in the document. */
    private static final class Placed {

        private final int row;
        private final int column;
        private final int columnSpan;
        private final CellText text;
        private int rowSpan;

        private Placed(int row, int column, int rowSpan, int columnSpan, CellText text) {
            this.row = row;
            this.column = column;
            this.rowSpan = rowSpan;
            this.columnSpan = columnSpan;
            this.text = text;
        }
    }

    private final Places places;
    private final List<Placed> cells = new ArrayList<>();
    private final Map<Integer, Placed> lastInColumn = new HashMap<>();
    private final TreeSet<Integer> rows = new TreeSet<>();
    private final Set<Integer> hiddenRows = new HashSet<>();
    private final Set<Integer> hiddenColumns = new HashSet<>();
    private int columns;
    private int positions;

    private PlacedTable(Places places) {
        this.places = places;
    }

    /** Returns a table of a text, whose cells have no addresses. */
    public static PlacedTable inText() {
        return new PlacedTable((row, column) -> Place.UNKNOWN);
    }

    /**
     * Returns a sheet, whose cells have addresses.
     *
     * @param name its name; {@code null} if it has none
     */
    public static PlacedTable ofSheet(String name) {
        String sheet = name == null ? null : Excerpt.of(UnsafeCharacter.removed(name), Place.MAX_SHEET_NAME);
        return new PlacedTable((row, column) -> Place.inSheet(sheet, row, column));
    }

    /**
     * Checks the number of cells. Readers whose documents unpack to many times their size check while they read.
     *
     * @throws UnreadableDocument if there are too many
     */
    public static void checkCells(int cells) throws UnreadableDocument {
        if (cells > MAX_CELLS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_CELLS.with(MAX_CELLS));
        }
    }

    public void hideRow(int row) {
        hiddenRows.add(row);
    }

    public void hideColumn(int column) {
        hiddenColumns.add(column);
    }

    /**
     * Places a cell.
     *
     * @param rowSpan the number of rows that it covers, from 1
     * @param columnSpan the number of columns that it covers, from 1
     * @throws UnreadableDocument if the table has too many cells
     */
    public void cell(int row, int column, int rowSpan, int columnSpan, CellText text) throws UnreadableDocument {
        if (column >= GridBuilder.MAX_COLUMNS || text.isBlank() && rowSpan == 1 && columnSpan == 1) {
            lastInColumn.remove(column);
            return;
        }
        checkCells(cells.size() + 1);
        Placed placed = new Placed(row, column, rowSpan, Math.min(columnSpan, GridBuilder.MAX_COLUMNS), text);
        cells.add(placed);
        lastInColumn.put(column, placed);
        if (!text.isBlank()) {
            rows.add(row);
            if (rows.size() > MAX_ROWS) {
                throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_ROWS.with(MAX_ROWS));
            }
            columns = Math.min(GridBuilder.MAX_COLUMNS, Math.max(columns, column + placed.columnSpan));
        }
    }

    /** Extends the cell above to a position, for formats that mark merged cells in each row. */
    public void extend(int row, int column) {
        Placed above = lastInColumn.get(column);
        if (above != null && above.row + above.rowSpan == row) {
            above.rowSpan++;
        }
    }

    /** Returns the table without hidden and blank rows. */
    public Grid build() throws UnreadableDocument {
        List<Integer> visibleRows =
                rows.stream().filter(row -> !hiddenRows.contains(row)).toList();
        List<Integer> visibleColumns = IntStream.range(0, columns)
                .filter(column -> !hiddenColumns.contains(column))
                .boxed()
                .toList();
        List<List<PrintedCell>> grid = new ArrayList<>();
        visibleRows.forEach(row -> grid.add(new ArrayList<>(Collections.nCopies(visibleColumns.size(), BLANK))));
        for (Placed cell : cells) {
            print(
                    grid,
                    cell,
                    range(visibleRows, cell.row, cell.rowSpan),
                    range(visibleColumns, cell.column, cell.columnSpan));
        }
        return new Grid(complete(grid, visibleRows, visibleColumns), List.of());
    }

    /** Returns the indices of the visible positions that a cell covers. */
    private static List<Integer> range(List<Integer> visible, int from, int span) {
        int first = Collections.binarySearch(visible, from);
        List<Integer> indices = new ArrayList<>();
        for (int index = first < 0 ? -first - 1 : first; index < visible.size(); index++) {
            if (visible.get(index) - from >= span) {
                return indices;
            }
            indices.add(index);
        }
        return indices;
    }

    private void print(List<List<PrintedCell>> grid, Placed cell, List<Integer> rows, List<Integer> columns)
            throws UnreadableDocument {
        positions += rows.size() * columns.size();
        if (positions > MAX_POSITIONS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_CELLS.with(MAX_CELLS));
        }
        if (!rows.isEmpty() && !columns.isEmpty()) {
            PrintedCell printed = new PrintedCell(
                    rows.get(0),
                    columns.get(0),
                    cell.text.lines(),
                    cell.text.pictured(),
                    places.at(cell.row, cell.column));
            rows.forEach(row -> columns.stream()
                    .filter(column -> grid.get(row).get(column) == BLANK)
                    .forEach(column -> grid.get(row).set(column, printed)));
        }
    }

    /** Returns the table with a blank cell of its own at each position without a cell. */
    private List<List<PrintedCell>> complete(
            List<List<PrintedCell>> grid, List<Integer> visibleRows, List<Integer> visibleColumns) {
        return IntStream.range(0, grid.size())
                .mapToObj(row -> IntStream.range(0, grid.get(row).size())
                        .mapToObj(column -> grid.get(row).get(column) == BLANK
                                ? PrintedCell.blank(
                                        row, column, places.at(visibleRows.get(row), visibleColumns.get(column)))
                                : grid.get(row).get(column))
                        .toList())
                .toList();
    }

    /** Returns the table, and the texts above and below it as paragraphs, as a reader of a sheet sees them. */
    public List<Block> blocks() throws UnreadableDocument {
        Grid grid = build();
        int first = 0;
        while (first < grid.rows().size() && isSingle(grid, first) && !isClause(grid, first)) {
            first++;
        }
        int end = grid.rows().size();
        while (end > first && isSingle(grid, end - 1) && isBeside(grid, end - 1)) {
            end--;
        }
        List<Block> blocks = new ArrayList<>(paragraphs(grid, 0, first));
        if (first < end) {
            blocks.add(grid.part(first, end));
        }
        blocks.addAll(paragraphs(grid, end, grid.rows().size()));
        return blocks;
    }

    private static boolean isSingle(Grid grid, int row) {
        return grid.begunIn(row).stream().filter(cell -> !cell.isBlank()).count() <= 1
                && grid.rows().get(row).stream().allMatch(cell -> cell.row() == row);
    }

    /** Returns whether a row names the clause of its block, as that above the first heads of table 2 does. */
    private static boolean isClause(Grid grid, int row) {
        return grid.begunIn(row).stream()
                .anyMatch(cell -> CLAUSE.matcher(cell.text()).matches());
    }

    private static boolean isBeside(Grid grid, int row) {
        List<PrintedCell> begun = grid.begunIn(row);
        return begun.size() == 1 || begun.stream().anyMatch(cell -> cell.text().length() > LONG_TEXT);
    }

    private static List<Block> paragraphs(Grid grid, int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(row -> grid.begunIn(row).stream())
                .flatMap(cell -> cell.lines().stream().<Block>map(line -> Paragraph.of(line, cell.place())))
                .toList();
    }
}
