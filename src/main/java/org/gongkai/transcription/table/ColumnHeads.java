package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.transcription.page.Grid;
import org.gongkai.transcription.page.GridRow;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;

/** The heads of the columns of printed tables, and the columns that they name. */
final class ColumnHeads {

    static final int DISCLOSURE = 2;
    static final int DISPUTES = 4;
    static final List<String> BLOCKS = List.of("行政复议", "未经复议", "复议后");

    /** The likeness from which a head is another spelling of a name. */
    private static final int ALIKE = 400;

    private static final Pattern YEAR = Pattern.compile("^(20\\d\\d)年?度?");
    private static final Pattern YEAR_BEFORE = Pattern.compile("上年|去年|上一年|同期");

    private final PrintedTable table;
    private final int number;

    /** The comparable names of the columns of the form. */
    private final List<String> columns;

    /** The heads of each column in the present table, from the top down. */
    private final Map<Integer, List<String>> heads = new TreeMap<>();

    private Grid grid;
    private boolean ended;

    ColumnHeads(PrintedTable table, int number) {
        this.table = table;
        this.number = number;
        this.columns = table.columns().stream().map(TextNormalizer::comparable).toList();
    }

    /**
     * Takes the next row. A table without heads may continue the table before it, if it has as many columns.
     *
     * @return whether it is a row of heads
     */
    boolean take(GridRow row) {
        if (row.grid() != grid) {
            start(row.grid());
        }
        boolean isHead = isHead(row);
        if (isHead) {
            add(row.cells());
        }
        ended = !isHead;
        return isHead;
    }

    private void start(Grid next) {
        boolean continues = grid != null && grid.width() == next.width();
        grid = next;
        ended = continues;
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

    /** Returns whether a text is the head of a column. Such a head that reaches into the rows is no true merged cell. */
    boolean isColumn(String text) {
        String head = TextNormalizer.comparable(text);
        return columns.stream().anyMatch(head::startsWith);
    }

    /** Adds a row of heads. Behind the name of a block, blank cells are its continuation. */
    private void add(List<PrintedCell> cells) {
        if (ended) {
            heads.clear();
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

    boolean hasHead(int column) {
        return heads.containsKey(column);
    }

    /** Returns whether the heads of a column say that it has numbers. */
    boolean isOverNumbers(int column) {
        return heads.getOrDefault(column, List.of()).stream()
                .anyMatch(head -> columns.stream().anyMatch(head::startsWith));
    }

    /** Returns the block of table 4 in which all columns stand; -1 if they stand in several, or in none. */
    int onlyBlock() {
        List<Integer> blocks =
                heads.values().stream().map(ColumnHeads::blockOf).distinct().toList();
        return number == DISPUTES && blocks.size() == 1 ? blocks.get(0) : -1;
    }

    /** Returns the printed columns of each number of a block of table 4; without numbers, the heads do not tell them. */
    List<List<Integer>> columnsOfBlock(int block) {
        List<List<Integer>> named = table.rows().get(block).slots().stream()
                .map(slot -> named(slot, block))
                .toList();
        return named.stream().allMatch(this::isOneHead) ? named : List.of();
    }

    /**
     * Returns the printed columns of each number: one, or several under one merged head; none for a number whose place has the
     * head of something else. Without numbers, the heads do not tell the columns.
     */
    List<List<Integer>> columnsOf(List<PrintedRow.Slot> slots) {
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
}
