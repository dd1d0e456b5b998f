package org.gongkai.rules.book;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.rules.book.Repair.Change;

/**
 * Corrections of one number each. The amount is one that a broken equation requires. Printed totals that agree with
 * their parts may change with it, because a total is often the sum of the wrong numbers.
 */
final class NumberRepairs {

    private final Equations equations;
    private final boolean[] broken;

    /** Creates the corrections for the current numbers. */
    NumberRepairs(Equations equations) {
        this.equations = equations;
        this.broken = equations.broken();
    }

    /** Returns the corrections that change one side of the equation. */
    List<Repair> of(int equation) {
        Set<Integer> members = new LinkedHashSet<>();
        for (int cell : equations.cellsOf(equation)) {
            members.add(cell);
        }
        List<Repair> repairs = new ArrayList<>();
        for (int cell : withParts(members)) {
            for (long amount : amounts(cell)) {
                Repair repair = withTotals(cell, amount);
                addIfAllowed(repair, repairs);
                if (repair.changes().size() > 1 && members.contains(cell)) {
                    addIfAllowed(Repair.ofNumber(List.of(new Change(cell, amount))), repairs);
                }
            }
        }
        return repairs;
    }

    private void addIfAllowed(Repair repair, List<Repair> repairs) {
        if (equations.allows(repair)) {
            repairs.add(repair);
        }
    }

    /** Returns the broken equation with the fewest cells whose change can affect it. */
    int mostSpecific() {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int equation = 0; equation < broken.length; equation++) {
            if (broken[equation] && equations.cellsOf(equation).length < fewest) {
                best = equation;
                fewest = equations.cellsOf(equation).length;
            }
        }
        return best;
    }

    /** Adds the parts of the totals that agree with their parts, and the parts of these. */
    private Set<Integer> withParts(Set<Integer> members) {
        Set<Integer> all = new LinkedHashSet<>(members);
        Deque<Integer> open = new ArrayDeque<>(members);
        while (!open.isEmpty()) {
            int cell = open.remove();
            for (int equation : equations.equationsOf(cell)) {
                if (!broken[equation] && equations.totalOf(equation) == cell) {
                    for (int part : equations.cellsOf(equation)) {
                        if (all.add(part)) {
                            open.add(part);
                        }
                    }
                }
            }
        }
        return all;
    }

    private Set<Long> amounts(int cell) {
        Set<Long> amounts = new LinkedHashSet<>();
        addAmounts(cell, amounts);
        return amounts;
    }

    private void addAmounts(int cell, Set<Long> amounts) {
        for (int equation : equations.equationsOf(cell)) {
            if (broken[equation]) {
                amounts.add(equations.required(equation, cell));
            } else if (equations.totalOf(equation) != Equations.NO_TOTAL && equations.totalOf(equation) != cell) {
                addAmounts(equations.totalOf(equation), amounts);
            }
        }
    }

    /** Returns the change of a cell, and of the printed totals that follow because they agreed with their parts. */
    private Repair withTotals(int cell, long amount) {
        List<Change> changes = new ArrayList<>();
        change(cell, amount, changes);
        Repair repair = Repair.ofNumber(changes);
        equations.undo(repair);
        return repair;
    }

    private void change(int cell, long amount, List<Change> changes) {
        equations.add(cell, amount);
        changes.add(new Change(cell, amount));
        for (int equation : equations.equationsOf(cell)) {
            int total = equations.totalOf(equation);
            if (!broken[equation]
                    && total != Equations.NO_TOTAL
                    && equations.isBroken(equation)
                    && !contains(changes, total)) {
                change(total, equations.required(equation, total), changes);
            }
        }
    }

    private static boolean contains(List<Change> changes, int cell) {
        for (Change change : changes) {
            if (change.cell() == cell) {
                return true;
            }
        }
        return false;
    }
}
