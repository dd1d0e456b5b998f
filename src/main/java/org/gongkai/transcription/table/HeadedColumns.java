package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.GridRow;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * The columns of printed tables by their heads. If the heads name each column of a row once, its numbers are taken from
 * these columns, in whatever order they stand; other columns, such as subtotals, are left out.
 */
final class HeadedColumns {

    private static final int DISCLOSURE = 2;
    private static final int DISPUTES = 4;
    private static final List<String> BLOCKS = List.of("行政复议", "未经复议", "复议后");

    private final PrintedTable table;
    private final int number;

    /** The comparable names of the columns of the form. */
    private final List<String> columns;

    /** The heads of each column in the present table, from the top down. */
    private final Map<Integer, List<String>> heads = new TreeMap<>();

    private Grid grid;
    private boolean headsEnded;

    HeadedColumns(PrintedTable table, int number) {
        this.table = table;
        this.number = number;
        this.columns = table.columns().stream().map(TextNormalizer::comparable).toList();
    }

    /** Returns a row with its numbers in the order of the form; empty if its heads do not tell the order. */
    Optional<Entry> arranged(GridRow row) {
        if (row.grid() != grid) {
            grid = row.grid();
            heads.clear();
            headsEnded = false;
        }
        List<PrintedCell> cells = row.cells();
        if (isHead(row)) {
            addHeads(cells);
            return Optional.empty();
        }
        headsEnded = true;
        if (cells.stream().anyMatch(cell -> cell.row() < row.index() && isColumn(cell.text()))) {
            return Optional.empty();
        }
        return number == DISCLOSURE ? disclosure(row, cells) : fixed(row, cells);
    }

    private boolean isHead(GridRow row) {
        List<String> texts = row.begun().stream()
                .map(PrintedCell::text)
                .map(TextNormalizer::comparable)
                .filter(text -> !text.isEmpty())
                .toList();
        return texts.stream().noneMatch(text -> text.chars().allMatch(Character::isDigit))
                && texts.stream()
                                .filter(text -> columns.stream().anyMatch(text::startsWith)
                                        || BLOCKS.stream().anyMatch(text::startsWith))
                                .count()
                        >= (number == DISCLOSURE || number == DISPUTES ? 1 : 2);
    }

    /** Returns whether a text is the head of a column. Such a head that reaches into the rows is no true merged cell. */
    private boolean isColumn(String text) {
        String head = TextNormalizer.comparable(text);
        return columns.stream().anyMatch(head::startsWith);
    }

    private void addHeads(List<PrintedCell> cells) {
        if (headsEnded) {
            heads.clear();
            headsEnded = false;
        }
        for (int column = 0; column < cells.size(); column++) {
            String text = TextNormalizer.comparable(cells.get(column).text());
            if (!text.isEmpty()) {
                heads.computeIfAbsent(column, none -> new ArrayList<>()).add(text);
            }
        }
    }

    private Optional<Entry> disclosure(GridRow printed, List<PrintedCell> cells) {
        String label =
                cells.isEmpty() ? "" : TextNormalizer.comparable(cells.get(0).text());
        return table.rows().stream()
                .filter(row -> !label.isEmpty() && label.endsWith(TextNormalizer.comparable(row.label())))
                .findFirst()
                .flatMap(row -> entry(printed, cells, columnsOf(row.slots())));
    }

    private Optional<Entry> fixed(GridRow printed, List<PrintedCell> cells) {
        return entry(
                printed,
                cells,
                columnsOf(table.rows().stream()
                        .limit(number == DISPUTES ? table.rows().size() : 1)
                        .flatMap(row -> row.slots().stream())
                        .toList()));
    }

    /** Returns the printed column of each number; none if one of them is not named exactly once. */
    private List<Integer> columnsOf(List<PrintedRow.Slot> slots) {
        List<Integer> found = new ArrayList<>();
        int block = number == DISPUTES ? table.rows().get(0).slots().size() : slots.size();
        for (int slot = 0; slot < slots.size(); slot++) {
            String wanted = TextNormalizer.comparable(slots.get(slot).column());
            int index = slot / block;
            List<Integer> named = heads.entrySet().stream()
                    .filter(head -> isNamed(last(head.getValue()), wanted))
                    .filter(head -> number != DISPUTES || blockOf(head.getValue()) == index)
                    .map(Map.Entry::getKey)
                    .toList();
            List<Integer> first = slots.size() == 1 && isOneHead(named) ? named.subList(0, 1) : named;
            if (first.size() != 1) {
                return List.of();
            }
            found.add(first.get(0));
        }
        return found;
    }

    /** Returns whether columns that lie side by side have the same head, as one merged head does. */
    private boolean isOneHead(List<Integer> named) {
        return !named.isEmpty()
                && named.get(named.size() - 1) - named.get(0) == named.size() - 1
                && named.stream()
                                .map(column -> last(heads.get(column)))
                                .distinct()
                                .count()
                        == 1;
    }

    private boolean isNamed(String head, String wanted) {
        return number == DISCLOSURE ? head.startsWith(wanted) : head.equals(wanted);
    }

    private static int blockOf(List<String> names) {
        for (int block = BLOCKS.size() - 1; block >= 0; block--) {
            String wanted = BLOCKS.get(block);
            if (names.stream().anyMatch(name -> name.startsWith(wanted))) {
                return block;
            }
        }
        return -1;
    }

    private static String last(List<String> names) {
        return names.get(names.size() - 1);
    }

    private Optional<Entry> entry(GridRow row, List<PrintedCell> cells, List<Integer> found) {
        if (found.isEmpty() || Collections.max(found) >= cells.size()) {
            return Optional.empty();
        }
        int first = number == DISPUTES ? 0 : firstNumber(cells);
        if (number != DISPUTES && found.stream().anyMatch(column -> column < first)) {
            return Optional.empty();
        }
        String label = cells.subList(0, Math.min(first, cells.size())).stream()
                .filter(cell -> cell.row() == row.index())
                .distinct()
                .map(PrintedCell::text)
                .collect(Collectors.joining());
        return Optional.of(new Entry(label, values(row, cells, found), true));
    }

    /** Returns the first column behind the labels. */
    private int firstNumber(List<PrintedCell> cells) {
        return IntStream.range(0, cells.size())
                .filter(column -> heads.getOrDefault(column, List.of()).stream()
                                .anyMatch(head -> columns.stream().anyMatch(head::startsWith))
                        || Entries.isNumber(cells.get(column).text()))
                .findFirst()
                .orElse(cells.size());
    }

    /** Returns the text of each column. A number other than 0 in a merged cell belongs to no column alone. */
    private List<PrintedValue> values(GridRow row, List<PrintedCell> cells, List<Integer> found) {
        Map<PrintedCell, Integer> covered = new LinkedHashMap<>();
        found.forEach(column -> covered.merge(cells.get(column), 1, Integer::sum));
        return found.stream()
                .map(cells::get)
                .map(cell -> {
                    boolean isAlone = covered.get(cell) == 1 && cell.row() == row.index() || isNone(cell);
                    String text = isAlone ? cell.text() : cell.text() + PrintedCell.OBJECT;
                    return new PrintedValue(text, row.placeOf(cell));
                })
                .toList();
    }

    private static boolean isNone(PrintedCell cell) {
        String text = TextNormalizer.trimmed(TextNormalizer.figures(cell.text()));
        return text.equals("0") || Numeral.isPlaceholder(text);
    }
}
