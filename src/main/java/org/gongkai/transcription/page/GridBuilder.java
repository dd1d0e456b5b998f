package org.gongkai.transcription.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.gongkai.transcription.place.Place;

/** Places the cells of a table as a browser does: each one at the first position that no merged cell covers. */
public final class GridBuilder {

    /** The largest number of columns. What stands to the right of them is left out. */
    public static final int MAX_COLUMNS = 64;

    /** A merged cell that also covers rows below. */
    private record Hanging(PrintedCell cell, int rowsLeft) {}

    private final List<List<PrintedCell>> rows = new ArrayList<>();

    /** The merged cells from above, by their columns. */
    private Map<Integer, Hanging> hanging = new TreeMap<>();

    private final Map<Integer, Hanging> hangingBelow = new TreeMap<>();

    private Set<Integer> hiddenColumns = Set.of();

    private final Set<Integer> hiddenRows = new HashSet<>();

    /** Leaves out columns that a reader does not see. */
    public void hideColumns(Set<Integer> columns) {
        hiddenColumns = Set.copyOf(columns);
    }

    /** Begins the next row. */
    public void row() {
        finishRow();
        rows.add(new ArrayList<>());
        addHanging();
    }

    /** Leaves out the present row. A cell of it that also covers rows below begins in the next visible one. */
    public void hideRow() {
        hiddenRows.add(rows.size() - 1);
    }

    /**
     * Adds a cell to the row.
     *
     * @param lines the visible lines of text
     * @param pictured true if the cell also shows something that is no text
     * @param rowSpan the number of rows that it covers, from 1
     * @param columnSpan the number of columns that it covers, from 1
     */
    public void cell(List<String> lines, boolean pictured, int rowSpan, int columnSpan) {
        List<PrintedCell> row = rows.get(rows.size() - 1);
        place(new PrintedCell(rows.size() - 1, row.size(), lines, pictured, Place.UNKNOWN), rowSpan, columnSpan);
    }

    /** Adds a cell that covers one position and holds nothing but text. */
    public void cell(String text) {
        cell(List.of(text), false, 1, 1);
    }

    /** Adds a position that belongs to the cell above it, for formats that mark merged cells in each row. */
    public void continuation(int columnSpan) {
        List<PrintedCell> row = rows.get(rows.size() - 1);
        List<PrintedCell> above = rows.size() < 2 ? List.of() : rows.get(rows.size() - 2);
        if (row.size() < above.size()) {
            place(above.get(row.size()), 1, columnSpan);
        } else {
            cell(List.of(), false, 1, columnSpan);
        }
    }

    private void place(PrintedCell cell, int rowSpan, int columnSpan) {
        List<PrintedCell> row = rows.get(rows.size() - 1);
        for (int span = 0; span < Math.max(1, columnSpan) && row.size() < MAX_COLUMNS; span++) {
            if (rowSpan > 1) {
                hangingBelow.put(row.size(), new Hanging(cell, rowSpan - 1));
            }
            row.add(cell);
            if (hanging.containsKey(row.size())) {
                addHanging();
                return;
            }
        }
        addHanging();
    }

    /** Adds the merged cells that cover the next positions. */
    private void addHanging() {
        List<PrintedCell> row = rows.get(rows.size() - 1);
        for (Hanging next = hanging.remove(row.size()); next != null; next = hanging.remove(row.size())) {
            if (next.rowsLeft() > 1) {
                hangingBelow.put(row.size(), new Hanging(next.cell(), next.rowsLeft() - 1));
            }
            row.add(next.cell());
        }
    }

    private void finishRow() {
        hanging.forEach((column, left) -> {
            if (left.rowsLeft() > 1) {
                hangingBelow.put(column, new Hanging(left.cell(), left.rowsLeft() - 1));
            }
        });
        hanging = new TreeMap<>(hangingBelow);
        hangingBelow.clear();
    }

    /**
     * Returns the table.
     *
     * @param path the position in the tree of the document; empty if the document is no tree
     */
    public Grid build(List<Integer> path) {
        boolean allVisible = hiddenColumns.isEmpty() && hiddenRows.isEmpty();
        return new Grid(allVisible ? rows : visibleRows(), path);
    }

    private List<List<PrintedCell>> visibleRows() {
        return IntStream.range(0, rows.size())
                .filter(row -> !hiddenRows.contains(row))
                .mapToObj(row -> visibleCells(rows.get(row)))
                .toList();
    }

    private List<PrintedCell> visibleCells(List<PrintedCell> row) {
        return IntStream.range(0, row.size())
                .filter(column -> !hiddenColumns.contains(column))
                .mapToObj(row::get)
                .map(cell ->
                        cell.at(visibleBefore(cell.row(), hiddenRows), visibleBefore(cell.column(), hiddenColumns)))
                .toList();
    }

    private static int visibleBefore(int index, Set<Integer> hidden) {
        return index - (int) hidden.stream().filter(other -> other < index).count();
    }
}
