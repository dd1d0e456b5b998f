package org.gongkai.rules.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;

/**
 * Puts faults from a seed into table 三 of a balanced report: wrong numbers, empty totals, and at most once two columns
 * of a row exchanged. With the same columns exchanged in two rows, many pairs of rows would explain the findings.
 */
final class InjectedFaults {

    private final Form form;
    private final ObjectNode report;
    private final Random random;
    private final Set<String> pointers = new LinkedHashSet<>();
    private final Set<String> rows = new LinkedHashSet<>();

    InjectedFaults(Form form, ObjectNode report, Random random) {
        this.form = form;
        this.report = report;
        this.random = random;
    }

    /** Returns pointers to the wrong cells. */
    Set<String> pointers() {
        return pointers;
    }

    void inject(int faults) {
        for (int fault = 0; fault < faults; fault++) {
            Figure row = anyRow();
            switch (random.nextInt(fault == 0 ? 4 : 3)) {
                case 3 -> exchange(row);
                case 0 -> emptyTotal(row);
                default -> wrongNumber(row);
            }
        }
    }

    private Figure anyRow() {
        List<Figure> all = form.rowsOf(3)
                .filter(row -> !rows.contains(row.code()))
                .filter(row -> number(row.total().orElseThrow()) > 0)
                .toList();
        Figure row = all.get(random.nextInt(all.size()));
        rows.add(row.code());
        return row;
    }

    private void wrongNumber(Figure row) {
        List<Cell> cells = row.cells().stream().filter(cell -> !cell.total()).toList();
        Cell cell = cells.isEmpty() ? row.cells().get(0) : cells.get(random.nextInt(cells.size()));
        set(cell, number(cell) + 100 + random.nextInt(10_000));
    }

    /** Leaves the total of a row at 0. */
    private void emptyTotal(Figure row) {
        Cell total = row.total().orElseThrow();
        set(total, 0);
    }

    /** Exchanges the two most different columns of a row. */
    private void exchange(Figure row) {
        List<Cell> cells = new ArrayList<>(row.cells());
        cells.remove(row.total().orElseThrow());
        cells.sort((one, other) -> Long.compare(number(one), number(other)));
        Cell smallest = cells.get(0);
        Cell largest = cells.get(cells.size() - 1);
        long number = number(smallest);
        set(smallest, number(largest));
        set(largest, number);
    }

    private long number(Cell cell) {
        return report.at(cell.pointer()).longValue();
    }

    private void set(Cell cell, long number) {
        if (number(cell) != number) {
            int member = cell.pointer().lastIndexOf('/');
            ((ObjectNode) report.at(cell.pointer().substring(0, member)))
                    .put(cell.pointer().substring(member + 1), number);
            pointers.add(cell.pointer());
        }
    }
}
