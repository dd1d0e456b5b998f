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

/** A line of a spreadsheet, and what is wrong with its cells. */
public final class CsvLine {

    /** As we write it, or as a spreadsheet in Chinese makes of that: 2024-01-31, 2024/1/31. */
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

    /** The code of its entry; empty where it has none. */
    public String code() {
        return cells.getOrDefault(CsvColumns.CODE, "");
    }

    int number() {
        return number;
    }

    /** What a cell holds; {@code null} where it is empty. */
    public String text(String column) {
        return cells.get(column);
    }

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
            // told below, together with what does not even look like a date
        }
        addFinding(column, NO_DATE);
        return null;
    }

    private static int part(Matcher date, int group, int otherwise) {
        return Integer.parseInt(date.group(group) == null ? date.group(otherwise) : date.group(group));
    }

    /** The one of several choices that a cell names. */
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

    /** A cell that cannot be read, or must not be there. */
    void addFinding(String column, Text message) {
        unreadable.add(column);
        findings.add(at(number, column, message));
    }

    /** The line as a whole is wrong. */
    void addFinding(Text message) {
        findings.add(at(number, message));
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether a fault of that cell has been told: what follows from it need not be. */
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
