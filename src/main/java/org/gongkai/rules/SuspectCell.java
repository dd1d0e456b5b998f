package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;

/**
 * One cell that, with another number in it, would make several broken equations hold and break none.
 *
 * @param cell the cell
 * @param value the number it holds
 * @param suggested the number that would make the equations hold
 * @param totals the printed totals that would follow it
 * @param explained the findings that would be gone
 * @param alternatives cells that explain the same findings just as well
 */
public record SuspectCell(
        Cell cell,
        BigDecimal value,
        BigDecimal suggested,
        List<Cell> totals,
        List<Finding> explained,
        List<Cell> alternatives) {}
