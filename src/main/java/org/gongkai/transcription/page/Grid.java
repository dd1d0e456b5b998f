package org.gongkai.transcription.page;

import java.util.List;

/**
 * A table with its merged cells resolved: a merged cell stands at each position that it covers.
 *
 * @param rows the cells of each row from left to right. Rows may have different lengths
 * @param path the position in the tree of the document, from the outside in; empty if the document is no tree
 */
public record Grid(List<List<PrintedCell>> rows, List<Integer> path) implements Block {

    public Grid {
        rows = rows.stream().map(List::copyOf).toList();
        path = List.copyOf(path);
    }

    /**
     * Returns the same table, in which each cell has its place in the document.
     *
     * @param number the number of the table in the document, from 1
     */
    Grid placed(int number) {
        return new Grid(
                rows.stream()
                        .map(row ->
                                row.stream().map(cell -> cell.inTable(number)).toList())
                        .toList(),
                path);
    }

    /** Returns the cells that begin in a row, each of them once. */
    public List<PrintedCell> begunIn(int row) {
        return rows.get(row).stream()
                .filter(cell -> cell.row() == row)
                .distinct()
                .toList();
    }
}
