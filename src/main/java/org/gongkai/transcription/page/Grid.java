package org.gongkai.transcription.page;

import java.util.List;
import java.util.stream.IntStream;

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

    @Override
    public int length() {
        return IntStream.range(0, rows.size()).map(this::length).sum();
    }

    /** Returns the number of characters in the cells that begin in a row. */
    private int length(int row) {
        List<PrintedCell> cells = rows.get(row);
        return IntStream.range(0, cells.size())
                .mapToObj(column -> cells.get(column).beginsAt(row, column)
                        ? cells.get(column).lines()
                        : List.<String>of())
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
    }

    @Override
    public int lines() {
        return rows.size();
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

    /** Returns some rows as a table of their own, in which merged cells from above begin in the first row. */
    public Grid part(int from, int to) {
        return new Grid(
                rows.subList(from, to).stream()
                        .map(row -> row.stream().map(cell -> cell.inPart(from)).toList())
                        .toList(),
                path);
    }

    /**
     * Returns the same table, in which cells are no numbers where another layout of its cells shows other texts.
     *
     * @param other the other layout, with as many rows
     */
    public Grid agreeingWith(Grid other) {
        return new Grid(
                IntStream.range(0, rows.size())
                        .mapToObj(row -> texts(row).equals(other.texts(row)) ? rows.get(row) : withObjects(row))
                        .toList(),
                path);
    }

    private List<String> texts(int row) {
        return rows.get(row).stream().map(PrintedCell::text).toList();
    }

    /** Returns the cells of a row, with an object in those that begin in it. */
    private List<PrintedCell> withObjects(int row) {
        return rows.get(row).stream()
                .map(cell -> cell.row() == row ? cell.withObject() : cell)
                .toList();
    }

    /** Returns the number of columns of the longest row. */
    public int width() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Returns the cells that begin in a row, each of them once. */
    public List<PrintedCell> begunIn(int row) {
        return rows.get(row).stream()
                .filter(cell -> cell.row() == row)
                .distinct()
                .toList();
    }
}
