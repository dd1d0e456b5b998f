package org.gongkai.rules;

import java.math.BigDecimal;
import org.gongkai.form.Cell;
import org.gongkai.text.Text;

/**
 * A term of an equation.
 *
 * @param cell the cell
 * @param name its name in the formula
 * @param yearsAgo 0 for a cell of the report itself, 1 for a cell of the reports of last year that the report starts from
 * @param subtracted true if it is subtracted instead of added
 */
public record Term(Cell cell, Text name, int yearsAgo, boolean subtracted) {

    public static Term byRow(Cell cell) {
        return new Term(cell, Text.of(cell.row()), 0, false);
    }

    public static Term byLabel(Cell cell) {
        return new Term(cell, cell.label(), 0, false);
    }

    public Term ofLastYear() {
        return new Term(cell, new Text("上年%s", "last year's %s").with(name), 1, subtracted);
    }

    public Term asSubtracted() {
        return new Term(cell, name, yearsAgo, true);
    }

    /** Returns whether its number is known. */
    boolean isKnown(Situation situation) {
        return yearsAgo == 0
                ? situation.report().figures().has(cell)
                : situation.opening().has(cell);
    }

    BigDecimal value(Situation situation) {
        BigDecimal value = yearsAgo == 0
                ? situation.report().figures().at(cell)
                : situation.opening().at(cell);
        return subtracted ? value.negate() : value;
    }
}
