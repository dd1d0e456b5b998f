package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.text.Text;

/**
 * Table 三. Some documents use its form of 2019 beside other tables of 2021. That form has one row for a group of rows
 * in the form of 2021.
 *
 * @param rowMatcher the assignment of printed rows
 * @param target the same rows in the target form
 */
public record RequestsTable(RowMatcher rowMatcher, PrintedTable target) {

    /** The length of labels that several rows have, such as 其他. */
    private static final int MAX_COMMON_LABEL = 4;

    /**
     * Returns the table of a document.
     *
     * @param best the matcher with the best score, of any form
     * @param form the target form
     * @param own the matcher of the target form
     */
    public static RequestsTable of(RowMatcher best, Form form, RowMatcher own, ExtractionBuilder extractionBuilder) {
        boolean shortened = best.table().form() != form
                && best.isAccountedFor()
                && best.table().rows().stream()
                        .allMatch(row -> form.figure(row.code()).isPresent())
                && hasGroups(best, form)
                && !printsMore(own, best);
        return shortened
                ? new RequestsTable(best, adapted(best, form, extractionBuilder))
                : new RequestsTable(own, own.table());
    }

    /** Returns whether each row that stands for a group of the target form is printed with numbers. */
    private static boolean hasGroups(RowMatcher best, Form form) {
        List<PrintedRow> rows = best.table().rows();
        return IntStream.range(0, rows.size())
                .filter(row -> form.figure(rows.get(row).code()).orElseThrow().role() == FigureRole.GROUP)
                .allMatch(
                        row -> best.entry(row).filter(entry -> !entry.isBlank()).isPresent());
    }

    /** Returns whether the document has the label of a row of the target form, which the other form does not have. */
    private static boolean printsMore(RowMatcher own, RowMatcher best) {
        List<String> codes = best.table().rows().stream().map(PrintedRow::code).toList();
        return own.table().rows().stream()
                .filter(row -> !codes.contains(row.code()) && row.label().length() > MAX_COMMON_LABEL)
                .anyMatch(own::mentions);
    }

    private static PrintedTable adapted(RowMatcher best, Form form, ExtractionBuilder extractionBuilder) {
        List<PrintedRow> rows = new ArrayList<>();
        for (PrintedRow row : best.table().rows()) {
            Figure figure = form.figure(row.code()).orElseThrow();
            rows.add(in(form, row, figure.role() == FigureRole.GROUP ? last(form, figure, extractionBuilder) : figure));
        }
        return new PrintedTable(form, rows);
    }

    private static PrintedRow in(Form form, PrintedRow row, Figure figure) {
        List<PrintedRow.Slot> slots = new ArrayList<>();
        for (int index = 0; index < row.slots().size(); index++) {
            slots.add(new PrintedRow.Slot(
                    figure.cells().get(index), figure, row.slots().get(index).column()));
        }
        return new PrintedRow(row.ordinal(), row.label(), figure.place(), slots);
    }

    /**
     * Returns the last row of a group, which is for everything without a row of its own. The other rows are set to 0.
     */
    private static Figure last(Form form, Figure group, ExtractionBuilder extractionBuilder) {
        List<String> leaves = group.leaves();
        leaves.subList(0, leaves.size() - 1).stream()
                .map(leaf -> form.figure(leaf).orElseThrow())
                .forEach(leaf -> {
                    leaf.cells().forEach(cell -> extractionBuilder.number(cell, BigDecimal.ZERO));
                    note(
                            leaf,
                            extractionBuilder,
                            new Text("“%s”只有一行，按 0 计", "Only one row is printed for \"%s\"; read as 0"),
                            group);
                });
        Figure last = form.figure(leaves.get(leaves.size() - 1)).orElseThrow();
        note(
                last,
                extractionBuilder,
                new Text("“%s”只有一行，数值计入此处", "Only one row is printed for \"%s\"; its numbers are entered here"),
                group);
        return last;
    }

    private static void note(Figure leaf, ExtractionBuilder extractionBuilder, Text detail, Figure group) {
        extractionBuilder.issue("/" + leaf.code().replace('.', '/'), IssueKind.GUESSED, detail.with(group.label()));
    }
}
