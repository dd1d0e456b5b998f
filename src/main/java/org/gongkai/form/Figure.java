package org.gongkai.form;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.text.Text;

/**
 * A figure of the catalogue: a row of the form, or a group of rows taken together.
 *
 * @param code path of the figure, such as {@code requests.outcomes.refused.stateSecret}
 * @param label the statutory label
 * @param table number of the table, 2 to 4, which is also the number of the section
 * @param position the ordinals in front of the label, such as {@code 三（三）1.}; empty where the form prints none
 * @param place where it stands on paper, for people
 * @param role leaf, total or group
 * @param unit what it counts; {@code null} for a group whose parts differ in it
 * @param measure flow or stock; {@code null} for a group whose parts differ in it
 * @param signed whether it may be negative, because it counts a change
 * @param opensWith of a stock, the codes whose figures of last year add up to it when the year opens; otherwise empty
 * @param cells its numbers, in print order; empty for a group, of which the form prints none
 * @param leaves codes of the leaf figures that add up to it; itself for a leaf
 * @param applicantTypes the types of applicant it is broken down by, in print order; empty where it is not
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

    /** Whether its leaves can be added up: they count the same thing, and none is a stock among flows. */
    public boolean additive() {
        return unit != null && measure != null;
    }

    /** The cell in the same column as that one. */
    public Optional<Cell> cellBeside(Cell other) {
        return cells.stream()
                .filter(cell -> Objects.equals(cell.applicantType(), other.applicantType()))
                .findFirst();
    }

    /** The cell that stands for all of it: the total column, or the only cell there is. Empty for a group. */
    public Optional<Cell> total() {
        return cells.isEmpty() ? Optional.empty() : Optional.of(cells.get(cells.size() - 1));
    }

    /** Whether it is broken down by type of applicant. */
    public boolean byApplicantType() {
        return !applicantTypes.isEmpty();
    }
}
