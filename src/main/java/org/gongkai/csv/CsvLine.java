package org.gongkai.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.rules.Finding;
import org.gongkai.text.EqualText;
import org.gongkai.text.Language;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/** A line of a CSV file, and the findings on it. */
public final class CsvLine {

    private final int number;
    private final Map<String, String> cells;
    private final List<String> header;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> unreadable = new HashSet<>();

    /**
     * A line.
     *
     * @param number its number as a spreadsheet shows it
     * @param cells the cells that are not empty, by column
     * @param header the columns of the file
     */
    CsvLine(int number, Map<String, String> cells, List<String> header) {
        this.number = number;
        this.cells = cells;
        this.header = header;
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

    /** Returns the content of a cell, also if it is empty; {@code null} if the file does not have the column. */
    public String textOfColumn(String column) {
        return header.contains(column) ? cells.getOrDefault(column, "") : null;
    }

    /** Returns the date in a cell; {@code null} if the cell is empty, or not a date, which adds a finding. */
    public LocalDate date(String column) {
        String cell = text(column);
        if (cell == null) {
            return null;
        }
        return SpreadsheetCell.date(cell).orElseGet(() -> {
            addFinding(column, SpreadsheetCell.noDate(cell));
            return null;
        });
    }

    /**
     * Returns the choice that a cell names, in any case; {@code null} if the cell is empty, or names none, which adds a
     * finding.
     *
     * @param label returns the Chinese name of a choice
     */
    public <T> T choice(String column, T[] choices, Function<T, String> label) {
        String cell = text(column);
        return Arrays.stream(choices)
                .filter(choice -> cell != null
                        && (EqualText.areEqual(choice.toString(), cell)
                                || EqualText.areEqual(label.apply(choice), cell)))
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

    /** Returns a warning about the entry of the line, with its place in the file. */
    EntryWarning placed(EntryWarning warning, Language language) {
        String column = warning.pointer().substring(1);
        return new EntryWarning(
                "/" + number + warning.pointer(), place(number, column).in(language), warning.message());
    }

    static Finding at(int number, Text message) {
        return Finding.ofShape("/" + number, new Text("第 %s 行", "Line %s").with(number), message);
    }

    static Finding at(int number, String column, Text message) {
        return Finding.ofShape("/" + number + Pointers.step(column), place(number, column), message);
    }

    private static Text place(int number, String column) {
        return new Text("第 %s 行 · %s", "Line %s · %s").with(number, column);
    }
}
