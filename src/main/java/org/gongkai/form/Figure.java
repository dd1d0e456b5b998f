package org.gongkai.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.text.Text;

/**
 * A figure of the catalogue: a row of the form or a group of rows.
 *
 * @param code path of the figure, such as {@code requests.outcomes.refused.stateSecret}
 * @param label the statutory label
 * @param table number of the table, 2 to 4, which is also the number of the section
 * @param position the ordinals in front of the label, such as {@code 三（三）1.}; empty if the form prints none
 * @param place the place of the figure on paper, for people
 * @param role leaf, total or group
 * @param unit the unit; {@code null} for a group whose parts have different units
 * @param measure flow or stock; {@code null} for a group that has parts of both
 * @param signed true if it may be negative, because it counts a change
 * @param opensWith for a stock, the codes of the figures of last year's report whose sum is its opening value;
 *     otherwise empty
 * @param cells its cells, in print order; empty for a group, for which the form prints no number
 * @param leaves codes of the leaf figures that add up to it; its own code for a leaf
 * @param applicantTypes the types of applicant it is broken down by, in print order; empty if there are none
 */
public record Figure(
        String code,
        Text label,
        int table,
        String position,
        Text place,
        FigureRole role,
        Unit unit,
        Measure measure,
        boolean signed,
        List<String> opensWith,
        List<Cell> cells,
        List<String> leaves,
        List<String> applicantTypes) {

    /** The format of the names of components, which codes consist of, as a regular expression. */
    public static final String NAME_PATTERN = "^[A-Za-z][A-Za-z0-9]*$";

    /** The format of codes, as a regular expression: names separated by dots. */
    public static final String CODE_PATTERN = "^[A-Za-z][A-Za-z0-9]*([.][A-Za-z][A-Za-z0-9]*)*$";

    public Figure {
        if (!code.matches(CODE_PATTERN)) {
            throw new IllegalArgumentException("Not the code of a figure: " + code);
        }
    }

    /** Returns whether its leaves can be added up: they have one unit and one measure. */
    public boolean additive() {
        return unit != null && measure != null;
    }

    /** Returns its cell in the same column as another cell. */
    public Optional<Cell> cellBeside(Cell other) {
        return cells.stream()
                .filter(cell -> Objects.equals(cell.applicantType(), other.applicantType()))
                .findFirst();
    }

    /** Returns the cell in the total column, or its only cell; empty for a group. */
    public Optional<Cell> total() {
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(cells.size() - 1));
    }

    /** Returns whether it is broken down by type of applicant. */
    public boolean byApplicantType() {
        return !applicantTypes.isEmpty();
    }
}
