package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.gongkai.form.FormNode;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.Quantity;

/** Lays out a table with one row of numbers under grouped headings: table 四. */
final class ColumnLayout {

    private final Function<FormNode, BigDecimal> numbers;
    private final int headRows;
    private final List<GridCell> cells = new ArrayList<>();
    private int column;

    private ColumnLayout(FormNode table, Function<FormNode, BigDecimal> numbers) {
        this.numbers = numbers;
        this.headRows = depth(table);
    }

    static Grid of(FormNode table, Function<FormNode, BigDecimal> numbers) {
        ColumnLayout layout = new ColumnLayout(table, numbers);
        table.children().forEach(child -> layout.columns(child, 0));
        return new Grid(layout.cells, Collections.nCopies(layout.column, 1), layout.headRows);
    }

    private void columns(FormNode formNode, int row) {
        if (formNode.isNumber()) {
            ColumnHeading heading = new ColumnHeading(formNode.print().column());
            cells.add(new GridCell(row, column, headRows - row, 1, heading));
            Quantity quantity =
                    new Quantity(numbers.apply(formNode), formNode.print().unit());
            cells.add(new GridCell(headRows, column, 1, 1, quantity));
            column++;
        } else {
            int first = column;
            formNode.children().forEach(child -> columns(child, row + 1));
            cells.add(new GridCell(
                    row,
                    first,
                    1,
                    column - first,
                    new ColumnHeading(formNode.print().column())));
        }
    }

    private static int depth(FormNode formNode) {
        return formNode.isNumber()
                ? 0
                : 1
                        + formNode.children().stream()
                                .mapToInt(ColumnLayout::depth)
                                .max()
                                .orElse(0);
    }
}
