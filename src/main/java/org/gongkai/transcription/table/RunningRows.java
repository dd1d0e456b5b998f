package org.gongkai.transcription.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.TextNormalizer;

/**
 * The rows of a table in running text, which does not show the cells. The numbers of a row may stand below its label, and then
 * they may be those of another row, too.
 */
final class RunningRows {

    private static final Text OPEN_ROW =
            new Text("这些数也可能属于前面没有数的一行", "The numbers may also be those of the row before, which has none");
    private static final Text SEVERAL_LINES =
            new Text("这些数分在几行，可能属于别的行", "The numbers stand on several lines and may belong to other rows");

    private static final Pattern ORDINALS = Pattern.compile("第二十条第.项|[一二三四五六七八九十0-9]");

    private final RowMatcher rows;
    private final PrintedTable table;

    /** True if each row that was found has exactly its own numbers. */
    private final boolean complete;

    /** The comparable labels and heads of the form, the longest first. */
    private final List<String> words;

    RunningRows(RowMatcher rows) {
        this.rows = rows;
        this.table = rows.table();
        this.complete = rows.isAccountedFor() && rows.found().allMatch(this::isComplete);
        this.words = words(table);
    }

    private static List<String> words(PrintedTable table) {
        return Stream.of(
                        table.rows().stream().map(PrintedRow::label),
                        table.columns().stream(),
                        table.form().figures().stream()
                                .map(figure -> figure.label().zh()),
                        Stream.of("信息内容", "单位万元"))
                .flatMap(all -> all)
                .flatMap(word -> Stream.of(word, word.replaceAll("（.*", "")))
                .map(TextNormalizer::comparable)
                .filter(word -> !word.isEmpty())
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private boolean isComplete(int row) {
        Entry entry = rows.entry(row).orElseThrow();
        int numbers = numbers(row);
        return entry.fromTable()
                || entry.values().size() == numbers
                || rows.hasGluedNumbers() && entry.digits() >= numbers;
    }

    private int numbers(int row) {
        return table.rows().get(row).slots().size();
    }

    /**
     * Returns whether a row is printed without numbers: its label stands before that of the next found row, nothing but labels
     * and heads stands between them, and all rows have exactly their own numbers. Otherwise zeros may not be printed, or numbers
     * stand with the labels of other rows.
     */
    boolean isBlank(int row) {
        return complete
                && rows.found()
                        .filter(next -> next > row)
                        .limit(1)
                        .mapToObj(next -> rows.entry(next).orElseThrow())
                        .anyMatch(next -> !next.fromTable() && isOnlyLabelsBehind(row, next));
    }

    /** Returns why the numbers of a found row may be those of another row; empty if they are not. */
    Optional<Text> doubt(int row) {
        Entry entry = rows.entry(row).orElseThrow();
        if (entry.lines() == Entry.Lines.MIXED && !rows.hasGluedNumbers()) {
            return Optional.of(SEVERAL_LINES);
        }
        boolean behindOpen = !entry.fromTable()
                && IntStream.iterate(
                                row - 1,
                                before -> before >= 0 && rows.entry(before).isEmpty(),
                                before -> before - 1)
                        .anyMatch(before -> !isBlank(before) && isOnlyLabelsBehind(before, entry));
        return behindOpen ? Optional.of(OPEN_ROW) : Optional.empty();
    }

    /** Returns whether the label of a row stands before that of an entry, with nothing but labels and heads behind it. */
    private boolean isOnlyLabelsBehind(int row, Entry entry) {
        PrintedRow wanted = table.rows().get(row);
        String label = TextNormalizer.comparable(entry.label());
        String own = TextNormalizer.comparable(wanted.ordinal() + wanted.label());
        int from = label.indexOf(own);
        return from >= 0 && isOnlyLabels(label.substring(from + own.length()));
    }

    private boolean isOnlyLabels(String text) {
        String rest = text;
        for (String word : words) {
            rest = rest.replace(word, "");
        }
        return ORDINALS.matcher(rest).replaceAll("").isEmpty();
    }
}
