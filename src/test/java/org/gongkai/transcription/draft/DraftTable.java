package org.gongkai.transcription.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A drafted table: the cells at each position, from the top left. A merged cell stands at several positions. */
final class DraftTable {

    /** A cell with the number of rows and columns that it covers. */
    record Spanned(DraftCell cell, int row, int column, int rows, int columns) {}

    private final List<List<DraftCell>> rows;

    /** The rows and columns that a reader does not see. */
    private final List<List<DraftCell>> hiddenRows = new ArrayList<>();

    private int hiddenColumn = -1;

    DraftTable(List<List<DraftCell>> rows) {
        this.rows = new ArrayList<>();
        rows.forEach(row -> this.rows.add(new ArrayList<>(row)));
    }

    List<List<DraftCell>> rows() {
        return rows;
    }

    int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    int hiddenColumn() {
        return hiddenColumn;
    }

    void hideColumn(int column) {
        hiddenColumn = column;
    }

    void hideRow(List<DraftCell> row) {
        hiddenRows.add(row);
    }

    boolean isHidden(int row) {
        return hiddenRows.stream().anyMatch(hidden -> hidden == rows.get(row));
    }

    boolean hasHidden() {
        return hiddenColumn >= 0 || !hiddenRows.isEmpty();
    }

    /** Returns whether a row has figures. */
    boolean hasFigures(int row) {
        return rows.get(row).stream().anyMatch(DraftCell::isFigure);
    }

    /** Returns the rows with figures. */
    List<Integer> figureRows() {
        return IntStream.range(0, rows.size()).filter(this::hasFigures).boxed().toList();
    }

    /** Returns the columns in which single figures stand. */
    List<Integer> figureColumns() {
        return IntStream.range(0, columns())
                .filter(column -> rows.stream()
                        .anyMatch(row -> column < row.size()
                                && row.get(column).isFigure()
                                && row.stream()
                                                .filter(cell -> cell == row.get(column))
                                                .count()
                                        == 1))
                .boxed()
                .toList();
    }

    /** Puts the columns into another order. Those that are not named keep their places. */
    void arrange(List<Integer> columns, List<Integer> order) {
        for (List<DraftCell> row : rows) {
            List<DraftCell> before = List.copyOf(row);
            for (int index = 0; index < columns.size(); index++) {
                row.set(columns.get(index), before.get(order.get(index)));
            }
        }
    }

    /**
     * Inserts a column. Its head covers all head rows above the first figures; cells that are merged across its place also
     * cover it.
     *
     * @param number returns the cell of the new column for the row of a figure beside it
     */
    void insertColumn(int at, String head, UnaryOperator<DraftCell> number) {
        DraftCell headCell = DraftCell.head(head);
        for (List<DraftCell> row : rows) {
            DraftCell left = row.get(Math.max(0, at - 1));
            boolean across = at > 0 && at < row.size() && row.get(at) == left;
            boolean heads = row.stream().noneMatch(DraftCell::isNumber);
            boolean whole = row.stream().distinct().count() == 1;
            DraftCell beside = at < row.size() && row.get(at).isNumber() ? row.get(at) : left;
            row.add(at, across || whole ? left : heads ? headCell : number.apply(beside));
        }
    }

    /** Returns the cells that begin in a row. One that does not cover a rectangle is printed in several parts. */
    List<Spanned> begunIn(int row) {
        List<Spanned> begun = new ArrayList<>();
        for (int column = 0; column < rows.get(row).size(); ) {
            int width = width(row, column);
            if (!isContinued(row, column, width)) {
                begun.add(new Spanned(rows.get(row).get(column), row, column, height(row, column, width), width));
            }
            column += width;
        }
        return begun;
    }

    private int width(int row, int column) {
        List<DraftCell> cells = rows.get(row);
        int end = column + 1;
        while (end < cells.size() && cells.get(end) == cells.get(column)) {
            end++;
        }
        return end - column;
    }

    private boolean isContinued(int row, int column, int width) {
        return row > 0 && isSamePart(row, row - 1, column, width);
    }

    /** Returns whether the part of a cell in one row is the part of the same cell in another row. */
    private boolean isSamePart(int row, int other, int column, int width) {
        List<DraftCell> cells = rows.get(other);
        return column < cells.size()
                && cells.get(column) == rows.get(row).get(column)
                && (column == 0 || cells.get(column - 1) != cells.get(column))
                && width(other, column) == width;
    }

    private int height(int row, int column, int width) {
        int end = row + 1;
        while (end < rows.size() && isSamePart(row, end, column, width)) {
            end++;
        }
        return end - row;
    }

    /** Returns the table with its rows as columns. */
    DraftTable transposed() {
        return new DraftTable(IntStream.range(0, columns())
                .mapToObj(column -> rows.stream().map(row -> row.get(column)).toList())
                .toList());
    }

    /** Returns the part of the table with some of its columns. */
    DraftTable withColumns(List<Integer> columns) {
        return new DraftTable(rows.stream()
                .map(row -> columns.stream().map(row::get).toList())
                .toList());
    }
}
