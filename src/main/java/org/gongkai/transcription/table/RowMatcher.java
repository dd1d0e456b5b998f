package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gongkai.transcription.page.Alignment;
import org.gongkai.transcription.page.TextNormalizer;

/** Assigns the printed rows of a document to the rows of a table of the form. */
public final class RowMatcher {

    /** The likeness from which a label cannot belong to another row. */
    private static final int CERTAIN = 900;

    private static final int SHORTENED = 600;
    private static final int ALIKE = 700;
    private static final int MIN_LABEL_LENGTH = 4;
    private static final int SHORT_COLUMN_LENGTH = 2;
    private static final int COLUMN_FOUND = 400;
    private static final int ROW_MISSING = -300;

    private static final Pattern ORDINAL = Pattern.compile("[(]([一二三四五六七八九十])[)]|([一二三四])、|([0-9])\\s?[.、](?![0-9])");

    private final PrintedTable table;
    private final List<Entry> entries;
    private final int[] printed;
    private final int score;

    /** The comparable text around the rows. */
    private final String text;

    private RowMatcher(PrintedTable table, List<Entry> entries, String text) {
        this.table = table;
        this.entries = entries;
        Alignment alignment = Alignment.of(
                table.rows().size(),
                entries.size(),
                (row, entry) -> likeness(table.rows().get(row), entries.get(entry)));
        this.printed = alignment.printed;
        String core = TextNormalizer.comparable(text);
        this.text = core;
        int columns = (int) table.columns().stream()
                .filter(column -> core.contains(TextNormalizer.comparable(column)))
                .count();
        this.score = alignment.score
                + COLUMN_FOUND * columns
                + ROW_MISSING * (table.rows().size() - matched());
    }

    /**
     * Matches the rows of a table.
     *
     * @param text the whole text around the entries, which may contain the headings of columns
     */
    public static RowMatcher of(PrintedTable table, List<Entry> entries, String text) {
        List<String> columns = table.columns().stream()
                .map(TextNormalizer::comparable)
                .filter(column -> column.length() > SHORT_COLUMN_LENGTH)
                .toList();
        return new RowMatcher(
                table,
                entries.stream().filter(entry -> !isHeading(entry, columns)).toList(),
                text);
    }

    /**
     * Returns whether an entry is a row of headings. It has no numbers, but may end in a word that is also a label of a
     * row.
     */
    private static boolean isHeading(Entry entry, List<String> columns) {
        String label = TextNormalizer.comparable(entry.label());
        return entry.isBlank() && columns.stream().anyMatch(label::contains);
    }

    public PrintedTable table() {
        return table;
    }

    /** Returns the score of the table, for comparison with other tables. */
    public int score() {
        return score;
    }

    /** Returns the number of rows that were found. */
    public int matched() {
        return (int) Arrays.stream(printed).filter(entry -> entry >= 0).count();
    }

    /** Returns the printed entry of a row. */
    Optional<Entry> entry(int row) {
        return printed[row] < 0 ? Optional.empty() : Optional.of(entries.get(printed[row]));
    }

    /** Returns whether the found row has another label than in the form. */
    boolean isGuessed(int row) {
        return likeness(table.rows().get(row), entries.get(printed[row])) < CERTAIN;
    }

    /** Returns whether the numbers of a row are printed without gaps, so that those of other rows may be, too. */
    boolean hasGluedNumbers() {
        return found().anyMatch(row ->
                GluedNumberSplitter.areGlued(entries.get(printed[row]).printed()));
    }

    /** Returns the rows that were found. */
    IntStream found() {
        return IntStream.range(0, printed.length).filter(row -> printed[row] >= 0);
    }

    /** Returns the numbers that belong to no row, wherever they stand. */
    private List<Entry> strayNumbers() {
        return unusedEntries().stream()
                .filter(entry -> repeatedRow(entry).isEmpty())
                .map(entries::get)
                .filter(entry -> !entry.isBlank())
                .toList();
    }

    /** Returns whether the text around the rows mentions a label. */
    boolean mentions(PrintedRow row) {
        return text.contains(TextNormalizer.comparable(row.label()));
    }

    /** Returns whether every row of numbers belongs to a row of the form. */
    boolean isAccountedFor() {
        return strayNumbers().isEmpty();
    }

    /** Returns the entries between the first and the last row that belong to no row. */
    List<Entry> unmatchedRows() {
        int first = Arrays.stream(printed).filter(entry -> entry >= 0).min().orElse(0);
        int last = Arrays.stream(printed).max().orElse(-1);
        return unusedEntries().stream()
                .filter(entry ->
                        first < entry && entry < last && repeatedRow(entry).isEmpty())
                .map(entries::get)
                .filter(entry -> !entry.isBlank())
                .toList();
    }

    /** Returns the rows that are printed again with other numbers. */
    List<PrintedRow> repeatedRows() {
        return unusedEntries().stream()
                .map(this::repeatedRow)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<PrintedRow> repeatedRow(int entry) {
        return IntStream.range(0, printed.length)
                .filter(row -> !entries.get(entry).isBlank())
                .filter(row -> printed[row] >= 0 && likeness(table.rows().get(row), entries.get(entry)) >= CERTAIN)
                .filter(row -> !entries.get(printed[row]).isBlank())
                .filter(row -> !entries.get(printed[row])
                        .printed()
                        .equals(entries.get(entry).printed()))
                .mapToObj(row -> table.rows().get(row))
                .findFirst();
    }

    private List<Integer> unusedEntries() {
        List<Integer> left = new ArrayList<>();
        for (int entry = 0; entry < entries.size(); entry++) {
            int index = entry;
            if (Arrays.stream(printed).noneMatch(used -> used == index)) {
                left.add(entry);
            }
        }
        return left;
    }

    /** Returns the likeness of a label and the label of a row; 0 if they do not match. */
    private static int likeness(PrintedRow row, Entry entry) {
        String label = TextNormalizer.comparable(entry.label());
        String wanted = TextNormalizer.comparable(row.label());
        String brief = TextNormalizer.comparable(row.label().replaceAll("（.*", ""));
        if (label.endsWith(wanted) || label.endsWith(brief)) {
            return 1_000 + wanted.length();
        }
        return row.ordinal().isEmpty() ? withoutOrdinal(label, wanted) : byOrdinal(row, entry, wanted);
    }

    /** Returns the likeness of labels without ordinals. Some documents leave out the first word. */
    private static int withoutOrdinal(String label, String wanted) {
        return wanted.length() > MIN_LABEL_LENGTH + 2 && label.endsWith(wanted.substring(2)) ? CERTAIN : 0;
    }

    private static int byOrdinal(PrintedRow row, Entry entry, String wanted) {
        String unified = TextNormalizer.unified(entry.label());
        Matcher ordinal = ORDINAL.matcher(unified);
        String last = "";
        int from = 0;
        while (ordinal.find()) {
            last = Optional.ofNullable(ordinal.group(1))
                    .or(() -> Optional.ofNullable(ordinal.group(2)))
                    .orElse(ordinal.group(3));
            from = ordinal.end();
        }
        String own = TextNormalizer.comparable(unified.substring(from));
        if (!last.equals(row.ordinal()) || own.length() < MIN_LABEL_LENGTH) {
            return 0;
        }
        if (wanted.contains(own)) {
            return CERTAIN;
        }
        int shortened = 1_000 * TextNormalizer.commonLength(own, wanted) / own.length();
        return shortened > SHORTENED + 100 || TextNormalizer.likeness(own, wanted) > ALIKE ? SHORTENED : 0;
    }
}
