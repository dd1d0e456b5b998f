package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * The heads of a table that is printed as running text. It is not known where they stand, but their order shows whether the
 * columns are those of the form.
 */
final class RunningHeads {

    /** The order of the columns. */
    enum Order {
        /** It is that of the form, or no heads are printed. */
        OF_THE_FORM,
        /** Some heads were not found, and the others are in the order of the form. */
        UNCLEAR,
        /** The heads are in another order, or on several lines that do not show their order. */
        ANOTHER
    }

    static final Text OTHER_ORDER = new Text(
            "列头的顺序与格式不同，或分在几行而看不出顺序，无法确定各数属于哪一列",
            "The heads of the columns have another order or stand on several lines; it is not known which number belongs to which");

    static final Text UNCLEAR_ORDER = new Text(
            "列头不完整，各列按格式的顺序读取",
            "Not all heads of the columns were found; the columns were read in the order of the form");

    private static final String LITIGATION = "行政诉讼";
    private static final String ORGANIZATIONS = "法人或其他组织";
    private static final List<String> BLOCKS = ColumnHeads.BLOCKS;

    /** The head of the labels of table 2. */
    private static final String LABELS = "信息内容";

    /** The length of heads that are also parts of other words. */
    private static final int SHORT = 2;

    /** The length from which a head is known without its last character, which may stand on the next line. */
    private static final int LONG = 6;

    private RunningHeads() {}

    /** Finds the order of the columns of table 3. If the heads stand in several rows, that of the total comes early. */
    static Order ofRequests(String text, List<String> columns) {
        List<String> names = comparable(columns);
        List<String> found = found(
                text, Stream.concat(names.stream(), Stream.of(ORGANIZATIONS)).toList());
        List<String> inRows = new ArrayList<>(names);
        String total = inRows.remove(names.size() - 1);
        inRows.addAll(1, List.of(ORGANIZATIONS, total));
        List<String> flat =
                found.stream().filter(name -> !name.equals(ORGANIZATIONS)).toList();
        boolean single = found.size() - flat.size() <= 1;
        return found.equals(inRows) ? Order.OF_THE_FORM : single ? order(flat, names) : Order.ANOTHER;
    }

    /**
     * Finds the order of the columns of one row. Heads that are broken over lines may not be found; those before and behind
     * the head of the labels stand on different lines, whose order is not that of the columns.
     */
    static Order of(String text, List<String> columns) {
        List<String> names = comparable(columns);
        String heads = TextNormalizer.comparable(text);
        List<String> found = found(heads, names);
        int labels = heads.lastIndexOf(LABELS);
        if (labels < 0) {
            return order(found, names);
        }
        List<String> above = found(heads.substring(0, labels), names);
        boolean onLines = !above.isEmpty() && above.size() < found.size();
        return onLines ? Order.ANOTHER : found.isEmpty() ? Order.UNCLEAR : order(found, names);
    }

    private static Order order(List<String> found, List<String> names) {
        List<String> sure = found.stream().filter(name -> name.length() > SHORT).toList();
        if (found.equals(names) || sure.isEmpty()) {
            return Order.OF_THE_FORM;
        }
        List<String> inOrder = names.stream().filter(sure::contains).toList();
        return !found.containsAll(names) && sure.equals(inOrder) ? Order.UNCLEAR : Order.ANOTHER;
    }

    /** Finds the order of the blocks of table 4, and of the columns in them. */
    static Order ofDisputes(String text, List<String> columns) {
        List<String> names = comparable(columns);
        List<String> results = found(text, names);
        List<String> blocks = found(text, BLOCKS).stream().distinct().toList();
        List<String> tables = found(text, List.of(BLOCKS.get(0), LITIGATION));
        if (results.stream().noneMatch(name -> name.length() > SHORT)) {
            return Order.OF_THE_FORM;
        }
        boolean mixed = tables.indexOf(BLOCKS.get(0)) > 0 || Collections.frequency(tables, LITIGATION) > 1;
        if (mixed || !blocks.isEmpty() && !blocks.equals(BLOCKS)) {
            return Order.ANOTHER;
        }
        if (!results.containsAll(names)) {
            return Order.UNCLEAR;
        }
        List<String> expected = BLOCKS.stream().flatMap(block -> names.stream()).toList();
        return results.equals(expected) ? Order.OF_THE_FORM : Order.ANOTHER;
    }

    /** Returns the block of table 4 that a text names, the last one if it names several; -1 if it names none. */
    static int blockIn(String text) {
        List<String> named = found(text, BLOCKS);
        return named.isEmpty() ? -1 : BLOCKS.indexOf(named.get(named.size() - 1));
    }

    private static List<String> comparable(List<String> columns) {
        return columns.stream().map(TextNormalizer::comparable).distinct().toList();
    }

    /** Returns the names in a text, in their order. Of names that contain each other, the longest counts. */
    private static List<String> found(String text, List<String> names) {
        String comparable = TextNormalizer.comparable(text);
        List<String> longestFirst = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<String> found = new ArrayList<>();
        for (int at = 0; at < comparable.length(); ) {
            int from = at;
            Optional<String> name = longestFirst.stream()
                    .filter(next -> comparable.startsWith(withoutLast(next), from))
                    .findFirst();
            name.ifPresent(found::add);
            at += name.map(RunningHeads::withoutLast).map(String::length).orElse(1);
        }
        return found;
    }

    private static String withoutLast(String name) {
        return name.length() < LONG ? name : name.substring(0, name.length() - 1);
    }
}
