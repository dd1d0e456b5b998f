package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.form.Cell;

/**
 * A cell that probably explains several findings: with another number in it, their equations would hold, and no
 * other equation would be broken.
 *
 * @param cell the cell
 * @param value the number in it
 * @param suggested the number that would make the equations hold
 * @param totals the printed totals that would change with it
 * @param explained the findings that would disappear
 * @param alternatives other cells that explain the same findings equally well
 */
public record SuspectCell(
        Cell cell,
        BigDecimal value,
        BigDecimal suggested,
        List<Cell> totals,
        List<Finding> explained,
        List<Cell> alternatives) {}
