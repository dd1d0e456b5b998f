package org.gongkai.transcription.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.transcription.page.GridRow;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Place;

/**
 * The columns of printed tables by their heads. If the heads name each column of a row once, its numbers are taken from
 * these columns, in whatever order they stand; other columns, such as subtotals, are left out.
 */
final class HeadedColumns {

    /** The entry of a row of heads. */
    private static final Entry NO_NUMBERS = new Entry("", List.of(), Entry.Lines.CELLS);

    private final PrintedTable table;
    private final int number;

    private final ColumnHeads heads;

    HeadedColumns(PrintedTable table, int number) {
        this.table = table;
        this.number = number;
        this.heads = new ColumnHeads(table, number);
    }

    /**
     * Returns a row with its numbers in the order of the form, without numbers if it is a row of heads; empty if its heads do
     * not tell the order.
     */
    Optional<Entry> arranged(GridRow row) {
        if (heads.take(row)) {
            return hasPlaceholder(row) ? Optional.empty() : Optional.of(NO_NUMBERS);
        }
        List<PrintedCell> cells = row.cells();
        if (cells.stream().anyMatch(cell -> cell.row() < row.index() && heads.isColumn(cell.text()))) {
            return Optional.empty();
        }
        return number == ColumnHeads.DISCLOSURE ? disclosure(row, cells) : fixed(row, cells);
    }

    /** Returns whether a row has a cell that stands for a number, behind the name of a block. */
    private static boolean hasPlaceholder(GridRow row) {
        return row.begun().stream()
                .map(cell -> TextNormalizer.trimmed(TextNormalizer.figures(cell.text())))
                .anyMatch(Numeral::isPlaceholder);
    }

    private Optional<Entry> disclosure(GridRow printed, List<PrintedCell> cells) {
        String label =
                cells.isEmpty() ? "" : TextNormalizer.comparable(cells.get(0).text());
        return table.rows().stream()
                .filter(row -> !label.isEmpty() && label.endsWith(TextNormalizer.comparable(row.label())))
                .findFirst()
                .flatMap(row -> entry(printed, cells, heads.columnsOf(row.slots())));
    }

    private Optional<Entry> fixed(GridRow printed, List<PrintedCell> cells) {
        int block = heads.onlyBlock();
        if (block >= 0) {
            return entry(printed, cells, heads.columnsOfBlock(block))
                    .map(entry -> new Entry(ColumnHeads.BLOCKS.get(block), entry.values(), Entry.Lines.CELLS));
        }
        return entry(
                printed,
                cells,
                heads.columnsOf(table.rows().stream()
                        .limit(number == ColumnHeads.DISPUTES ? table.rows().size() : 1)
                        .flatMap(row -> row.slots().stream())
                        .toList()));
    }

    private Optional<Entry> entry(GridRow row, List<PrintedCell> cells, List<List<Integer>> found) {
        List<Integer> columns = found.stream().flatMap(List::stream).toList();
        if (found.isEmpty() || columns.stream().anyMatch(column -> column < 0 || column >= cells.size())) {
            return Optional.empty();
        }
        int first = number == ColumnHeads.DISPUTES ? 0 : firstNumber(cells);
        if (number != ColumnHeads.DISPUTES && columns.stream().anyMatch(column -> column < first)) {
            return Optional.empty();
        }
        String label = cells.subList(0, Math.min(first, cells.size())).stream()
                .filter(cell -> cell.row() == row.index())
                .distinct()
                .map(PrintedCell::text)
                .collect(Collectors.joining());
        return Optional.of(new Entry(label, values(row, cells, found), Entry.Lines.CELLS));
    }

    /** Returns the first column behind the labels. */
    private int firstNumber(List<PrintedCell> cells) {
        return IntStream.range(0, cells.size())
                .filter(column -> heads.isOverNumbers(column)
                        || Entries.isNumber(cells.get(column).text()))
                .findFirst()
                .orElse(cells.size());
    }

    /** Returns what is printed for each number. A blank cell without a head is no cell of the table. */
    private List<PrintedValue> values(GridRow row, List<PrintedCell> cells, List<List<Integer>> found) {
        Map<PrintedCell, Integer> covered = new LinkedHashMap<>();
        found.forEach(columns ->
                columns.stream().map(cells::get).distinct().forEach(cell -> covered.merge(cell, 1, Integer::sum)));
        return found.stream()
                .map(columns -> columns.stream()
                        .filter(column ->
                                heads.hasHead(column) || !cells.get(column).isBlank())
                        .map(cells::get)
                        .distinct()
                        .toList())
                .map(shown -> value(row, shown, covered))
                .toList();
    }

    /** Returns what stands in cells under one head. A number other than 0 in a merged cell belongs to no column alone. */
    private static PrintedValue value(GridRow row, List<PrintedCell> cells, Map<PrintedCell, Integer> covered) {
        List<String> texts = cells.stream()
                .map(cell -> covered.get(cell) == 1 && cell.row() == row.index() && !row.isShared(cell) || isNone(cell)
                        ? cell.text()
                        : cell.text() + PrintedCell.OBJECT)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        String text = cells.isEmpty() || texts.size() > 1
                ? String.join(" ", texts) + PrintedCell.OBJECT
                : String.join("", texts);
        return new PrintedValue(
                text, Place.around(cells.stream().map(PrintedCell::place).toList()));
    }

    static boolean isNone(PrintedCell cell) {
        String text = TextNormalizer.trimmed(TextNormalizer.figures(cell.text()));
        return text.equals("0") || Numeral.isPlaceholder(text);
    }
}
