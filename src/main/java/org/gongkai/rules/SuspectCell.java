package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;

/**
 * A cell whose number is probably wrong. With the suggested numbers of all suspect cells of a report, and with their
 * totals adjusted, the equations of the explained findings hold, and no other equation is broken.
 *
 * @param cell the cell
 * @param fault the kind of the probable fault
 * @param value the number in it
 * @param suggested the number that it should contain
 * @param exchangedWith the cell that contains the suggested number; {@code null} unless two numbers are exchanged
 * @param totals the printed totals that would change with it
 * @param explained the findings that would disappear
 * @param alternatives other cells that explain the same findings equally well
 */
public record SuspectCell(
        Cell cell,
        Fault fault,
        BigDecimal value,
        BigDecimal suggested,
        Cell exchangedWith,
        List<Cell> totals,
        List<Finding> explained,
        List<Cell> alternatives) {

    /** The kind of a fault in a cell. */
    public enum Fault {
        /** The number is wrong. */
        NUMBER,
        /** The number belongs into another cell, whose number belongs here. */
        EXCHANGED,
        /** The total was left at 0. */
        EMPTY_TOTAL
    }

    public SuspectCell {
        if ((fault == Fault.EXCHANGED) != (exchangedWith != null)) {
            throw new IllegalArgumentException("Exchanged with " + exchangedWith + " although " + fault);
        }
        totals = List.copyOf(totals);
        explained = List.copyOf(explained);
        alternatives = List.copyOf(alternatives);
    }
}
