package org.gongkai.rules.book;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.rules.book.Repair.Change;

/** The totals of a report that are 0 although their parts are not. */
final class EmptyTotals {

    /** Totals of totals need a second pass, and the total of both rows and columns a third. */
    private static final int PASSES = 3;

    private EmptyTotals() {}

    /**
     * Returns repairs that fill in empty totals: all of them, then all but one. With one left out, another fault can
     * explain why that total is not the sum of its parts.
     */
    static List<Repair> of(Equations equations) {
        Set<Integer> empty = empty(equations);
        List<Repair> repairs = new ArrayList<>();
        add(equations, empty, repairs);
        if (empty.size() > 1) {
            for (int total : empty) {
                Set<Integer> others = new LinkedHashSet<>(empty);
                others.remove(total);
                add(equations, others, repairs);
            }
        }
        return repairs;
    }

    private static Set<Integer> empty(Equations equations) {
        Set<Integer> empty = new LinkedHashSet<>();
        for (int equation = 0; equation < equations.size(); equation++) {
            int total = equations.totalOf(equation);
            if (total != Equations.NO_TOTAL
                    && equations.number(total) == 0
                    && equations.isBroken(equation)
                    && equations.required(equation, total) > 0) {
                empty.add(total);
            }
        }
        return empty;
    }

    private static void add(Equations equations, Set<Integer> totals, List<Repair> repairs) {
        List<Change> sums = sums(equations, totals);
        if (!sums.isEmpty()) {
            Repair repair = Repair.ofEmptyTotals(sums);
            if (equations.allows(repair)) {
                repairs.add(repair);
            }
        }
    }

    private static List<Change> sums(Equations equations, Set<Integer> totals) {
        for (int pass = 0; pass < PASSES; pass++) {
            totals.forEach(total -> equations.add(total, equations.required(definition(equations, total), total)));
        }
        List<Change> sums = totals.stream()
                .map(total -> new Change(total, equations.number(total)))
                .toList();
        sums.forEach(sum -> equations.add(sum.cell(), -sum.by()));
        return sums.stream().filter(sum -> sum.by() != 0).toList();
    }

    private static int definition(Equations equations, int total) {
        for (int equation : equations.equationsOf(total)) {
            if (equations.totalOf(equation) == total) {
                return equation;
            }
        }
        throw new IllegalArgumentException("Not a total: " + equations.cell(total));
    }
}
