package org.gongkai.transcription.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Form;
import org.gongkai.text.Text;

/**
 * A printed table of a form, derived from the places of its cells on paper.
 *
 * @param form the form
 * @param rows its rows, in print order
 */
public record PrintedTable(Form form, List<PrintedRow> rows) {

    private static final String STEP = " · ";
    private static final Pattern LAST_ORDINAL = Pattern.compile("([一二三四五六七八九十]|[0-9])[^一二三四五六七八九十0-9]*$");

    /** Returns a table of a form. */
    public static PrintedTable of(Form form, int table) {
        Map<String, List<PrintedRow.Slot>> rows = new LinkedHashMap<>();
        form.rowsOf(table).forEach(figure -> figure.cells()
                .forEach(cell -> rows.computeIfAbsent(rowOf(cell), row -> new ArrayList<>())
                        .add(new PrintedRow.Slot(cell, figure, columnOf(cell)))));
        return new PrintedTable(
                form, rows.values().stream().map(PrintedTable::row).toList());
    }

    /** Returns the labels of all columns. */
    List<String> columns() {
        return rows.stream()
                .flatMap(row -> row.slots().stream())
                .map(PrintedRow.Slot::column)
                .distinct()
                .toList();
    }

    private static PrintedRow row(List<PrintedRow.Slot> slots) {
        PrintedRow.Slot first = slots.get(0);
        String printed = rowOf(first.cell());
        String label = printed.substring(printed.lastIndexOf(STEP) < 0 ? 0 : printed.lastIndexOf(STEP) + STEP.length());
        String ordinals = first.figure().position();
        return new PrintedRow(
                ordinal(ordinals), label.substring(ordinals.length()), upToColumn(first.cell()), List.copyOf(slots));
    }

    private static String ordinal(String ordinals) {
        Matcher last = LAST_ORDINAL.matcher(ordinals);
        return last.find() ? last.group(1) : "";
    }

    /** Returns the steps of a place between table and column. */
    private static String rowOf(Cell cell) {
        List<String> steps = steps(cell.place().zh());
        return String.join(STEP, steps.subList(1, steps.size() - 1));
    }

    private static String columnOf(Cell cell) {
        List<String> steps = steps(cell.place().zh());
        return steps.get(steps.size() - 1);
    }

    private static Text upToColumn(Cell cell) {
        return new Text(withoutLast(cell.place().zh()), withoutLast(cell.place().en()));
    }

    private static String withoutLast(String place) {
        int end = place.lastIndexOf(STEP);
        return end < 0 ? place : place.substring(0, end);
    }

    private static List<String> steps(String place) {
        return Stream.of(place.split(STEP)).collect(Collectors.toList());
    }
}
