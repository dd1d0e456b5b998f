package org.gongkai.rendering;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.gongkai.rendering.GridCell.ColumnHeading;
import org.gongkai.rendering.GridCell.Quantity;
import org.gongkai.report.Node;

/** Tables of one row of numbers under headings in groups: table 四. */
final class ColumnLayout {

    private final Function<Node, BigDecimal> numbers;
    private final int headRows;
    private final List<GridCell> cells = new ArrayList<>();
    private int column;

    private ColumnLayout(Node table, Function<Node, BigDecimal> numbers) {
        this.numbers = numbers;
        this.headRows = depth(table);
    }

    static Grid of(Node table, Function<Node, BigDecimal> numbers) {
        ColumnLayout layout = new ColumnLayout(table, numbers);
        table.children().forEach(child -> layout.columns(child, 0));
        return new Grid(layout.cells, Collections.nCopies(layout.column, 1), layout.headRows);
    }

    private void columns(Node node, int row) {
        if (node.isNumber()) {
            ColumnHeading heading = new ColumnHeading(node.print().column());
            cells.add(new GridCell(row, column, headRows - row, 1, heading));
            Quantity quantity = new Quantity(numbers.apply(node), node.print().unit());
            cells.add(new GridCell(headRows, column, 1, 1, quantity));
            column++;
        } else {
            int first = column;
            node.children().forEach(child -> columns(child, row + 1));
            cells.add(new GridCell(
                    row,
                    first,
                    1,
                    column - first,
                    new ColumnHeading(node.print().column())));
        }
    }

    private static int depth(Node node) {
        return node.isNumber()
                ? 0
                : 1
                        + node.children().stream()
                                .mapToInt(ColumnLayout::depth)
                                .max()
                                .orElse(0);
    }
}
