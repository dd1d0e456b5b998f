package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.GridRow;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.place.Place;

/**
 * The columns of printed tables by their heads. If the heads name each column of a row once, its numbers are taken from
 * these columns, in whatever order they stand; other columns, such as subtotals, are left out.
 */
final class HeadedColumns {

    private static final int DISCLOSURE = 2;
    private static final int DISPUTES = 4;
    static final List<String> BLOCKS = List.of("行政复议", "未经复议", "复议后");

    /** The likeness from which a head is another spelling of a name. */
    private static final int ALIKE = 400;

    private static final Pattern YEAR = Pattern.compile("^(20\\d\\d)年?度?");
    private static final Pattern YEAR_BEFORE = Pattern.compile("上年|去年|上一年|同期");

    /** The entry of a row of heads. */
    private static final Entry NO_NUMBERS = new Entry("", List.of(), true);

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

    /**
     * Returns a row with its numbers in the order of the form, without numbers if it is a row of heads; empty if its heads do
     * not tell the order.
     */
    Optional<Entry> arranged(GridRow row) {
        if (row.grid() != grid) {
            startGrid(row.grid());
        }
        List<PrintedCell> cells = row.cells();
        if (isHead(row)) {
            addHeads(cells);
            return hasPlaceholder(row) ? Optional.empty() : Optional.of(NO_NUMBERS);
        }
        headsEnded = true;
        if (cells.stream().anyMatch(cell -> cell.row() < row.index() && isColumn(cell.text()))) {
            return Optional.empty();
        }
        return number == DISCLOSURE ? disclosure(row, cells) : fixed(row, cells);
    }

    /** Begins a table. One without heads may continue the table before it, if it has as many columns. */
    private void startGrid(Grid next) {
        boolean continues = grid != null && grid.width() == next.width();
        grid = next;
        headsEnded = continues;
        if (!continues) {
            heads.clear();
        }
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

    /** Returns whether a row has a cell that stands for a number, behind the name of a block. */
    private static boolean hasPlaceholder(GridRow row) {
        return row.begun().stream()
                .map(cell -> TextNormalizer.trimmed(TextNormalizer.figures(cell.text())))
                .anyMatch(Numeral::isPlaceholder);
    }

    /** Returns whether a text is the head of a column. Such a head that reaches into the rows is no true merged cell. */
    private boolean isColumn(String text) {
        String head = TextNormalizer.comparable(text);
        return columns.stream().anyMatch(head::startsWith);
    }

    /** Adds a row of heads. Behind the name of a block, blank cells are its continuation. */
    private void addHeads(List<PrintedCell> cells) {
        if (headsEnded) {
            heads.clear();
            headsEnded = false;
        }
        String block = "";
        for (int column = 0; column < cells.size(); column++) {
            String own = TextNormalizer.comparable(cells.get(column).text());
            block = own.isEmpty() ? block : blockOf(List.of(own)) < 0 ? "" : own;
            String text = own.isEmpty() ? block : own;
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
        List<Integer> blocks =
                heads.values().stream().map(HeadedColumns::blockOf).distinct().toList();
        if (number == DISPUTES && blocks.size() == 1 && blocks.get(0) >= 0) {
            return block(printed, cells, blocks.get(0));
        }
        return entry(
                printed,
                cells,
                columnsOf(table.rows().stream()
                        .limit(number == DISPUTES ? table.rows().size() : 1)
                        .flatMap(row -> row.slots().stream())
                        .toList()));
    }

    /** Returns one of the blocks of table 4, which stands in a row of its own, with its name as label. */
    private Optional<Entry> block(GridRow row, List<PrintedCell> cells, int block) {
        List<List<Integer>> named = table.rows().get(block).slots().stream()
                .map(slot -> named(slot, block))
                .toList();
        return named.stream().allMatch(this::isOneHead)
                ? entry(row, cells, named).map(entry -> new Entry(BLOCKS.get(block), entry.values(), true))
                : Optional.empty();
    }

    /**
     * Returns the printed columns of each number: one, or several under one merged head; none for a number whose place has the
     * head of something else. Without numbers, the heads do not tell the columns.
     */
    private List<List<Integer>> columnsOf(List<PrintedRow.Slot> slots) {
        int block = number == DISPUTES ? table.rows().get(0).slots().size() : slots.size();
        List<List<Integer>> named = IntStream.range(0, slots.size())
                .mapToObj(slot -> named(slots.get(slot), slot / block))
                .toList();
        return named.stream().allMatch(this::isOneHead) ? named : besideNamed(slots, named);
    }

    private List<Integer> named(PrintedRow.Slot slot, int block) {
        String wanted = TextNormalizer.comparable(slot.column());
        return heads.entrySet().stream()
                .filter(head -> isNamed(last(head.getValue()), wanted) && !isOfAnotherYear(head.getValue()))
                .filter(head -> number != DISPUTES || blockOf(head.getValue()) == block)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the columns if only some of them are named once: by their places beside these. */
    private List<List<Integer>> besideNamed(List<PrintedRow.Slot> slots, List<List<Integer>> named) {
        List<Integer> known = IntStream.range(0, named.size())
                .filter(slot -> isOneHead(named.get(slot)))
                .boxed()
                .toList();
        List<Integer> found = known.stream().map(slot -> named.get(slot).get(0)).toList();
        if (!found.equals(found.stream().sorted().toList())) {
            return Collections.nCopies(slots.size(), List.of());
        }
        List<Integer> bases = known.stream()
                .map(slot -> named.get(slot).get(0) - slot)
                .distinct()
                .toList();
        return bases.size() != 1
                ? List.of()
                : IntStream.range(0, slots.size())
                        .mapToObj(slot -> isForeign(slots.get(slot), named.get(slot), bases.get(0) + slot)
                                ? List.<Integer>of()
                                : List.of(bases.get(0) + slot))
                        .toList();
    }

    /** Returns whether a column lies behind the last one of the table, or its head is that of another one. */
    private boolean isForeign(PrintedRow.Slot slot, List<Integer> named, int column) {
        if (column >= grid.width()) {
            return true;
        }
        if (!named.isEmpty()) {
            return !isOneHead(named);
        }
        String wanted = TextNormalizer.comparable(slot.column());
        String head = heads.containsKey(column) ? last(heads.get(column)) : wanted;
        return !isNamed(head, wanted) && (columns.contains(head) || TextNormalizer.likeness(head, wanted) < ALIKE);
    }

    /** Returns whether a column has numbers of an earlier year than others. */
    private boolean isOfAnotherYear(List<String> texts) {
        return texts.stream()
                .filter(text -> columns.stream().noneMatch(text::startsWith))
                .anyMatch(text -> YEAR_BEFORE.matcher(text).find()
                        || year(text) > 0
                                && heads.values().stream()
                                        .flatMap(List::stream)
                                        .anyMatch(other -> year(other) > year(text)));
    }

    /** Returns the year with which a head begins; 0 if it has none. */
    private static int year(String head) {
        Matcher year = YEAR.matcher(head);
        return year.find() ? Integer.parseInt(year.group(1)) : 0;
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
        return number == DISCLOSURE
                ? head.startsWith(wanted)
                : YEAR.matcher(head).replaceFirst("").equals(wanted);
    }

    static int blockOf(List<String> names) {
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

    private Optional<Entry> entry(GridRow row, List<PrintedCell> cells, List<List<Integer>> found) {
        List<Integer> columns = found.stream().flatMap(List::stream).toList();
        if (found.isEmpty() || columns.stream().anyMatch(column -> column < 0 || column >= cells.size())) {
            return Optional.empty();
        }
        int first = number == DISPUTES ? 0 : firstNumber(cells);
        if (number != DISPUTES && columns.stream().anyMatch(column -> column < first)) {
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

    /** Returns what is printed for each number. */
    private List<PrintedValue> values(GridRow row, List<PrintedCell> cells, List<List<Integer>> found) {
        Map<PrintedCell, Integer> covered = new LinkedHashMap<>();
        found.forEach(columns ->
                columns.stream().map(cells::get).distinct().forEach(cell -> covered.merge(cell, 1, Integer::sum)));
        return found.stream()
                .map(columns ->
                        value(row, columns.stream().map(cells::get).distinct().toList(), covered))
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
