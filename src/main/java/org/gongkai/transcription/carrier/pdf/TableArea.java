package org.gongkai.transcription.carrier.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.place.Box;
import org.gongkai.transcription.place.Place;

/**
 * A table, or the part of a table that stands on one page.
 *
 * @param cells its cells
 * @param rows the number of its rows
 * @param box its area on the page on which it ends
 */
record TableArea(List<TableCell> cells, int rows, Box box) {

    private static final float SAME_SIDE = 8;
    private static final float APART = 4;
    private static final int MAX_ROWS = 2_000;

    /** Returns whether a part at the top of the next page continues this table. */
    boolean continuesIn(TableArea next) {
        return Math.abs(box.left() - next.box.left()) < SAME_SIDE
                && Math.abs(box.right() - next.box.right()) < SAME_SIDE
                && rows + next.rows < MAX_ROWS;
    }

    /** Returns this table with its continuation, whose repeated heads are left out. */
    TableArea joined(TableArea next) {
        int repeated = repeatedHeads(next);
        List<TableCell> all = new ArrayList<>(cells);
        next.cells.stream()
                .filter(cell -> cell.firstRow() >= repeated)
                .map(cell -> cell.below(rows - repeated))
                .forEach(all::add);
        return new TableArea(all, rows + next.rows - repeated, next.box);
    }

    /** Returns the number of rows with which both parts begin, and which have no numbers. */
    private int repeatedHeads(TableArea next) {
        int repeated = 0;
        while (repeated < Math.min(rows, next.rows) - 1
                && !text(repeated).isEmpty()
                && !hasNumbers(repeated)
                && text(repeated).equals(next.text(repeated))) {
            repeated++;
        }
        int heads = repeated;
        boolean cut = next.cells.stream().anyMatch(cell -> cell.firstRow() < heads && cell.lastRow() >= heads);
        return cut ? 0 : heads;
    }

    private String text(int row) {
        return cells.stream()
                .filter(cell -> cell.firstRow() == row)
                .map(cell -> String.join("", cell.lines()))
                .collect(Collectors.joining("|"));
    }

    private boolean hasNumbers(int row) {
        return cells.stream().filter(cell -> cell.firstRow() == row).anyMatch(cell -> String.join("", cell.lines())
                .matches("[-+]?\\d[\\d.,]*"));
    }

    /** Returns the table with its merged cells resolved. */
    Grid grid() {
        float[] sides = sides();
        PrintedCell[][] grid = new PrintedCell[rows][sides.length - 1];
        for (TableCell cell : cells) {
            fill(grid, sides, cell);
        }
        return new Grid(
                IntStream.range(0, rows)
                        .mapToObj(row -> complete(grid[row], row))
                        .toList(),
                List.of());
    }

    private float[] sides() {
        TreeSet<Float> sides = new TreeSet<>();
        cells.forEach(cell -> sides.addAll(List.of(cell.left(), cell.right())));
        List<Float> apart = new ArrayList<>();
        for (float side : sides) {
            if (apart.isEmpty() || side - apart.get(apart.size() - 1) > APART) {
                apart.add(side);
            }
        }
        float[] found = new float[apart.size()];
        for (int index = 0; index < found.length; index++) {
            found[index] = apart.get(index);
        }
        return found;
    }

    private static void fill(PrintedCell[][] grid, float[] sides, TableCell cell) {
        PrintedCell printed = null;
        for (int column = 0; column + 1 < sides.length; column++) {
            float middle = (sides[column] + sides[column + 1]) / 2;
            if (cell.left() <= middle && middle <= cell.right()) {
                printed = printed == null
                        ? new PrintedCell(cell.firstRow(), column, cell.lines(), cell.pictured(), cell.place())
                        : printed;
                for (int row = cell.firstRow(); row <= cell.lastRow(); row++) {
                    grid[row][column] = printed;
                }
            }
        }
    }

    private static List<PrintedCell> complete(PrintedCell[] cells, int row) {
        return IntStream.range(0, cells.length)
                .mapToObj(
                        column -> cells[column] == null ? PrintedCell.blank(row, column, Place.UNKNOWN) : cells[column])
                .toList();
    }
}
