package org.gongkai.rules.book;

import java.util.ArrayList;
import java.util.List;
import org.gongkai.rules.SuspectCell.Fault;

/**
 * Changes of numbers that may repair equations: the correction of one probable fault.
 *
 * @param fault the kind of the fault
 * @param changes the changes; those of the suspect cells come first, then those of printed totals that follow. The two
 *     cells of an exchange follow one another
 * @param suspects the number of suspect cells
 */
record Repair(Fault fault, List<Change> changes, int suspects) {

    /**
     * The change of a number.
     *
     * @param cell index of the cell
     * @param by the amount that is added
     */
    record Change(int cell, long by) {}

    Repair {
        changes = List.copyOf(changes);
        if (suspects < 1 || suspects > changes.size()) {
            throw new IllegalArgumentException(suspects + " suspect cells of " + changes.size());
        }
    }

    /** Returns the correction of one number. The other changes are those of the totals that follow. */
    static Repair ofNumber(List<Change> changes) {
        return new Repair(Fault.NUMBER, changes, 1);
    }

    static Repair ofExchange(List<Change> changes) {
        return new Repair(Fault.EXCHANGED, changes, changes.size());
    }

    static Repair ofEmptyTotals(List<Change> changes) {
        return new Repair(Fault.EMPTY_TOTAL, changes, changes.size());
    }

    /** Returns the number of amounts that were chosen to fit; an exchange and a sum leave no choice. */
    int chosenAmounts() {
        return fault == Fault.NUMBER ? 1 : 0;
    }

    /** Returns the cells that the repair changes. */
    List<Integer> cells() {
        List<Integer> cells = new ArrayList<>();
        changes.forEach(change -> cells.add(change.cell()));
        return cells;
    }

    /** Returns whether the cell is a suspect of this repair, not only a total that follows. */
    boolean isAbout(int cell) {
        return changes.stream().limit(suspects).anyMatch(change -> change.cell() == cell);
    }

    /** Returns whether the other repair corrects the same kind of fault with as many changes. */
    boolean isOfSameSize(Repair other) {
        return fault == other.fault && changes.size() == other.changes.size();
    }
}
