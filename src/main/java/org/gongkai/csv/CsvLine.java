package org.gongkai.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.rules.Finding;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** A line of a CSV file, and the findings on it. */
public final class CsvLine {

    /**
     * The format in which this service writes dates, and the one into which Chinese spreadsheets convert it:
     * 2024-01-31, 2024/1/31.
     */
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})-([0-9]{2})|/([0-9]{1,2})/([0-9]{1,2}))");

    private static final Text NO_DATE = new Text("应为日期，如 2024-01-31", "Must be a date such as 2024-01-31");

    private final int number;
    private final Map<String, String> cells;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    /**
     * A line.
     *
     * @param number its number as a spreadsheet shows it
     * @param cells the cells that are not empty, by column
     */
    CsvLine(int number, Map<String, String> cells) {
        this.number = number;
        this.cells = cells;
    }

    /** Returns the code of the entry; empty if the line has none. */
    public String code() {
        return cells.getOrDefault(CsvColumns.CODE, "");
    }

    int number() {
        return number;
    }

    /** Returns the content of a cell; {@code null} if it is empty. */
    public String text(String column) {
        return cells.get(column);
    }

    /** Returns the date in a cell; {@code null} if the cell is empty, or not a date, which adds a finding. */
    public LocalDate date(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        Matcher date = DATE.matcher(cell);
        try {
            if (date.matches()) {
                return LocalDate.of(part(date, 1, 1), part(date, 2, 4), part(date, 3, 5));
            }
        } catch (DateTimeException e) {
            // reported below, like a cell that does not look like a date
        }
        addFinding(column, NO_DATE);
        return null;
    }

    private static int part(Matcher date, int group, int alternative) {
        return Integer.parseInt(date.group(group) == null ? date.group(alternative) : date.group(group));
    }

    /** Returns the choice that a cell names; {@code null} if the cell is empty, or names none, which adds a finding. */
    public <T> T choice(String column, T[] choices) {
        String cell = text(column);
        return Arrays.stream(choices)
                .filter(choice -> choice.toString().equals(cell))
                .findFirst()
                .orElseGet(() -> {
                    if (cell != null) {
                        addFinding(column, new Text("应为以下之一：%s", "Must be one of %s").with(Arrays.toString(choices)));
                    }
                    return null;
                });
    }

    /** Adds a finding on a cell that is unreadable or not allowed. */
    void addFinding(String column, Text message) {
        unreadable.add(column);
        findings.add(at(number, column, message));
    }

    /** Adds a finding on the line as a whole. */
    void addFinding(Text message) {
        findings.add(at(number, message));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Returns whether the cell already has a finding, so that consequences need not be reported. */
    boolean isUnreadable(String column) {
        return unreadable.contains(column);
    }

    static Finding at(int number, Text message) {
        return Finding.ofShape("/" + number, new Text("第 %s 行", "Line %s").with(number), message);
    }

    static Finding at(int number, String column, Text message) {
        return Finding.ofShape(
                "/" + number + Pointers.step(column),
                new Text("第 %s 行 · %s", "Line %s · %s").with(number, column),
                message);
    }
}
