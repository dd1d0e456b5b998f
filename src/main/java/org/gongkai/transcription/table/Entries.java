package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.transcription.page.GridRow;
import org.gongkai.transcription.page.Line;
import org.gongkai.transcription.page.PrintedCell;
import org.gongkai.transcription.page.TextNormalizer;

/** Splits a part of a document into labels and the numbers after them. */
public final class Entries {

    /** The maximum number of entries, several times the number of rows of the largest table. */
    static final int MAX_ENTRIES = 1_000;

    private static final int MAX_LABEL_LENGTH = 400;

    private static final Pattern ORDINAL =
            Pattern.compile("^(?:[(][一二三四五六七八九十]+[)]|[一二三四五六七八九十]+[、.]|\\d{1,2}\\s*[.、]\\s*(?!\\d))\\s*");

    /**
     * Matches a number in running text with its unit or note, but not an ordinal in parentheses. What stands behind it without a
     * gap belongs to it: then it may be no number.
     */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<number>[A-Za-z#\\uFFFC]{0,8}+[+-]?\\d{1,40}(?:,\\d{3})*(?:\\.\\d{1,20})?(?:\\s?(?:万元|元))?"
                    + "(?:[ \\t]?[(](?![一二三四五六七八九十]+[)])[^()\\n]{1,40}[)])?(?:\\[\\d{1,2}])?"
                    + "(?:[/:~]\\d{1,40}){0,20}"
                    + "(?:[A-Za-z\\uFFFC%?+余多约万亿千百]{1,8}+[0-9A-Za-z\\uFFFC%?+]{0,40}+)?)"
                    + "(?:[.、]\\d{0,40}){0,20}|\\uFFFC+|[(]\\d{1,40}[)](?![ \\t]?\\p{IsHan})");

    private static final Pattern ORDINAL_FOLLOWS = Pattern.compile("\\d\\s?[.、]\\s*[\\p{IsHan}“\"(]");

    private final String text;

    /** The lines of the text by the indices at which they begin. */
    private final NavigableMap<Integer, Line> lines;

    /** Matches the ordinal of a row, with the beginning of its label on the same line. */
    private final Pattern ordinals;

    private final List<Entry> entries = new ArrayList<>();
    private final List<PrintedValue> values = new ArrayList<>();
    private int labelFrom;
    private int labelTo;

    /** The number of lines on which the present values begin. */
    private int valueLines;

    private Entries(String text, NavigableMap<Integer, Line> lines, PrintedTable table) {
        this.text = text;
        this.lines = lines;
        this.ordinals = ordinals(table);
    }

    private static Pattern ordinals(PrintedTable table) {
        Stream<String> numbered = table.rows().stream()
                .filter(row -> row.ordinal().matches("\\d"))
                .map(row -> row.ordinal() + "[ \\t]?[.、][ \\t]?"
                        + Pattern.quote(row.label().substring(0, 1)));
        return Pattern.compile(Stream.concat(Stream.of("(?!)"), numbered).collect(Collectors.joining("|")));
    }

    /** Returns the rows of the tables; if no table has numbers, the entries of the running text. */
    public static List<Entry> of(List<Line> lines, PrintedTable table, int number) {
        HeadedColumns headed = new HeadedColumns(table, number);
        List<Entry> rows = new TableLayouts(table)
                .arranged(lines).stream()
                        .flatMap(line -> line.gridRow().stream())
                        .map(row -> headed.arranged(row).orElseGet(() -> ofRow(row)))
                        .filter(entry -> !entry.values().isEmpty())
                        .limit(MAX_ENTRIES)
                        .toList();
        return rows.stream().anyMatch(entry -> !entry.isBlank()) ? rows : ofText(lines, table);
    }

    /** Returns whether a text is nothing but digits. */
    static boolean isNumber(String text) {
        String figures = TextNormalizer.trimmed(TextNormalizer.figures(text));
        return !figures.isEmpty() && figures.chars().allMatch(Character::isDigit);
    }

    private static Entry ofRow(GridRow row) {
        List<PrintedValue> cells = row.begun().stream()
                .map(cell -> new PrintedValue(shown(row, cell), cell.place()))
                .toList();
        int label = 0;
        while (label < cells.size() && !isValue(cells.get(label).text())) {
            label++;
        }
        while (label > 0 && cells.get(label - 1).isBlank()) {
            label--;
        }
        String text = cells.subList(0, label).stream().map(PrintedValue::text).collect(Collectors.joining());
        return new Entry(text, cells.subList(label, cells.size()), Entry.Lines.CELLS);
    }

    /** Returns the text of a cell. A number that also stands in the next row belongs to none of them. */
    private static String shown(GridRow row, PrintedCell cell) {
        boolean own = !isNumber(cell.text()) || HeadedColumns.isNone(cell) || !row.isShared(cell);
        return own ? cell.text() : cell.text() + PrintedCell.OBJECT;
    }

    /** Returns whether a cell contains a value. A label begins with a Chinese character, after its ordinal. */
    private static boolean isValue(String cell) {
        String text = TextNormalizer.trimmed(TextNormalizer.figures(cell));
        if (text.startsWith(PrintedCell.OBJECT)) {
            return true;
        }
        if (text.isEmpty() || Numeral.isPlaceholder(text)) {
            return !text.isEmpty();
        }
        String rest = ORDINAL.matcher(text).replaceFirst("");
        return rest.isEmpty() || rest.charAt(0) < 128 && "(\"'*".indexOf(rest.charAt(0)) < 0;
    }

    private static List<Entry> ofText(List<Line> lines, PrintedTable table) {
        StringBuilder text = new StringBuilder();
        NavigableMap<Integer, Line> starts = new TreeMap<>();
        for (Line line : lines) {
            text.append(text.isEmpty() ? "" : "\n");
            starts.put(text.length(), line);
            text.append(TextNormalizer.figures(line.text()));
        }
        Entries entries = new Entries(text.toString(), starts, table);
        entries.read();
        return entries.entries;
    }

    private void read() {
        int last = 0;
        for (Matcher number = NUMBER.matcher(text); entries.size() < MAX_ENTRIES && number.find(last); ) {
            int end = end(number);
            boolean ordinal = end == number.start();
            if (ordinal || !text.substring(last, number.start()).isBlank()) {
                close(last);
            }
            if (!ordinal) {
                add(last, number.start(), end);
            }
            last = ordinal ? number.start() + 1 : end;
        }
        close(text.length());
    }

    private void add(int last, int start, int end) {
        if (values.isEmpty()) {
            labelTo = start;
            valueLines = 1;
        } else if (text.substring(last, start).indexOf('\n') >= 0) {
            valueLines++;
        }
        values.add(new PrintedValue(
                text.substring(start, end), lines.floorEntry(start).getValue().place()));
    }

    private Entry.Lines regularity() {
        return valueLines == 1 || valueLines == values.size() ? Entry.Lines.REGULAR : Entry.Lines.MIXED;
    }

    private void close(int end) {
        if (!values.isEmpty()) {
            String label = text.substring(Math.max(labelFrom, labelTo - MAX_LABEL_LENGTH), labelTo);
            entries.add(new Entry(label.replaceAll("\\s+", ""), List.copyOf(values), regularity()));
            values.clear();
            labelFrom = end;
        }
    }

    /** Returns the end of a number. Its last digit may be the ordinal of the next label: behind other digits, of a row of the table. */
    private int end(Matcher number) {
        int last = number.end("number") - 1;
        Pattern ordinal = last == number.start() ? ORDINAL_FOLLOWS : ordinals;
        boolean isOrdinal =
                last >= 0 && ordinal.matcher(text).region(last, text.length()).lookingAt();
        return isOrdinal ? last : number.end();
    }
}
