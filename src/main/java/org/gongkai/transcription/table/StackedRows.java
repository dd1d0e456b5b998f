package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * Separates rows of a table that are printed in one, with their labels and their numbers below each other in its cells. Each
 * label must be one of the form, and each cell must have a number for each label.
 */
final class StackedRows {

    private final PrintedTable table;
    private final Grid grid;
    private final List<List<PrintedCell>> rows = new ArrayList<>();

    StackedRows(PrintedTable table, Grid grid) {
        this.table = table;
        this.grid = grid;
    }

    Grid separated() {
        for (int row = 0; row < grid.rows().size(); row++) {
            int from = row;
            int count = labels(row).map(List::size).orElse(1);
            for (int part = 0; part < count; part++) {
                int index = part;
                rows.add(grid.rows().get(row).stream()
                        .map(cell -> part(cell, from, count, index))
                        .toList());
            }
        }
        return rows.size() == grid.rows().size() ? grid : new Grid(rows, grid.path());
    }

    /** Returns a cell at its new place. Of a cell that begins and ends in a stacked row, it has one line. */
    private PrintedCell part(PrintedCell cell, int row, int count, int part) {
        boolean stacked = count > 1 && cell.row() == row && cell.lines().size() == count;
        int first = cell.row() < row ? firstRow(cell) : rows.size() - (stacked ? 0 : part);
        return new PrintedCell(
                first,
                cell.column(),
                stacked ? List.of(cell.lines().get(part)) : cell.lines(),
                cell.pictured(),
                cell.place());
    }

    /** Returns the row in which a cell from above begins now. */
    private int firstRow(PrintedCell cell) {
        List<PrintedCell> above = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
        return cell.column() < above.size() ? above.get(cell.column()).row() : rows.size();
    }

    /** Returns the labels that are stacked in a row; empty if it is one row. */
    private Optional<List<String>> labels(int row) {
        List<PrintedCell> begun = grid.begunIn(row);
        return begun.stream()
                .filter(cell -> cell.lines().size() > 1 && cell.lines().stream().allMatch(this::isLabel))
                .findFirst()
                .map(PrintedCell::lines)
                .filter(labels -> hasNumbersFor(labels.size(), begun));
    }

    private boolean isLabel(String line) {
        String text = TextNormalizer.comparable(line);
        return table.rows().stream()
                .map(wanted -> TextNormalizer.comparable(wanted.label()))
                .anyMatch(text::endsWith);
    }

    /** Returns whether each cell behind the labels has as many numbers as there are labels. */
    private static boolean hasNumbersFor(int labels, List<PrintedCell> cells) {
        List<PrintedCell> numbers = cells.stream()
                .filter(cell -> cell.lines().stream().anyMatch(Entries::isNumber))
                .toList();
        return !numbers.isEmpty()
                && numbers.stream().allMatch(cell -> cell.lines().size() == labels && !cell.pictured());
    }
}
