package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.report.Cell;
import org.gongkai.report.Figures;
import org.gongkai.report.Text;

/**
 * An equation between cells of one report: the cells on the left add up to the same as the cells on the right.
 *
 * @param carrier the cell a broken relation is reported at
 * @param left the cells of the left side
 * @param right the cells of the right side
 * @param formula the equation in the names the form prints
 */
public record Relation(Cell carrier, List<Cell> left, List<Cell> right, Text formula) {

    /** An equation within a column, which the form writes in the ordinals of its rows. */
    static Relation ofRows(Cell carrier, List<Cell> left, List<Cell> right) {
        return new Relation(carrier, left, right, formula(left, right, cell -> Text.of(cell.row())));
    }

    /** An equation within a row or a block, which the form writes in the labels of its columns. */
    static Relation ofColumns(Cell total, List<Cell> parts) {
        return new Relation(total, List.of(total), parts, formula(List.of(total), parts, Cell::label));
    }

    private static Text formula(List<Cell> left, List<Cell> right, Function<Cell, Text> name) {
        return new Text("%s = %s", "%s = %s").with(sum(left, name), sum(right, name));
    }

    private static Text sum(List<Cell> cells, Function<Cell, Text> name) {
        return cells.stream()
                .map(name)
                .reduce((one, other) -> new Text("%s + %s", "%s + %s").with(one, other))
                .orElseThrow();
    }

    /** Whether the cell takes part in the relation, on either side. */
    public boolean contains(Cell cell) {
        return Stream.concat(left.stream(), right.stream()).anyMatch(cell::equals);
    }

    /** Says nothing where a cell cannot be read: that is a fault of shape already. */
    Optional<Fault> check(Rule rule, Figures figures) {
        if (!figures.have(left) || !figures.have(right)) {
            return Optional.empty();
        }
        BigDecimal leftSum = figures.sum(left);
        BigDecimal rightSum = figures.sum(right);
        return leftSum.compareTo(rightSum) == 0 ? Optional.empty() : Optional.of(fault(rule, leftSum, rightSum));
    }

    private Fault fault(Rule rule, BigDecimal leftSum, BigDecimal rightSum) {
        return new Fault(
                rule.id(),
                rule.severity(),
                carrier.pointer(),
                carrier.place(),
                rule.message().with(leftSum, rightSum, leftSum.subtract(rightSum)),
                formula,
                leftSum,
                rightSum);
    }
}
