package org.gongkai.transcription.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.form.Figure;
import org.gongkai.form.FigureRole;
import org.gongkai.form.Form;
import org.gongkai.text.Text;

/**
 * Table three, whose form of 2019 is still used beside other tables of 2021: it has one row where the form of 2021 has a group of them.
 *
 * @param matching which rows are printed where
 * @param target the same rows, as the form has them that is filled in
 */
public record RequestsTable(RowMatcher matching, PrintedTable target) {

    /**
     * How the table is read.
     *
     * @param best with the rows that fit best, of whatever form
     * @param form the form that is filled in
     * @param own with the rows of that form
     */
    public static RequestsTable of(RowMatcher best, Form form, RowMatcher own, ExtractionBuilder extractionBuilder) {
        boolean shortened = best.table().form() != form
                && best.table().rows().stream()
                        .allMatch(row -> form.figure(row.code()).isPresent());
        return shortened
                ? new RequestsTable(best, adapted(best, form, extractionBuilder))
                : new RequestsTable(own, own.table());
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
        List<PrintedRow.Spot> spots = new ArrayList<>();
        for (int index = 0; index < row.spots().size(); index++) {
            spots.add(new PrintedRow.Spot(
                    figure.cells().get(index), figure, row.spots().get(index).column()));
        }
        return new PrintedRow(row.ordinal(), row.label(), figure.place(), spots);
    }

    /** The last row of a group is for whatever has no row of its own. */
    private static Figure last(Form form, Figure group, ExtractionBuilder extractionBuilder) {
        List<String> leaves = group.leaves();
        leaves.subList(0, leaves.size() - 1).stream()
                .map(leaf -> form.figure(leaf).orElseThrow())
                .forEach(leaf -> {
                    leaf.cells().forEach(cell -> extractionBuilder.number(cell, BigDecimal.ZERO));
                    note(
                            leaf,
                            extractionBuilder,
                            new Text("“%s”只有一行，按 0 计", "Only one row is printed for \"%s\", taken as 0"),
                            group);
                });
        Figure last = form.figure(leaves.get(leaves.size() - 1)).orElseThrow();
        note(
                last,
                extractionBuilder,
                new Text("“%s”只有一行，数值计入此处", "Only one row is printed for \"%s\", written here"),
                group);
        return last;
    }

    private static void note(Figure leaf, ExtractionBuilder extractionBuilder, Text detail, Figure group) {
        extractionBuilder.issue("/" + leaf.code().replace('.', '/'), IssueKind.GUESSED, detail.with(group.label()));
    }
}
