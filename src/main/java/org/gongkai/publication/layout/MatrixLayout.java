package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.form.FormNode;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.RowLabel;

/**
 * Lays out a table of grouped rows that all have the same columns: table 三. The labels of the rows stand to the right
 * of the labels of their groups.
 */
final class MatrixLayout {

    /** The heading rows: one for all columns, one for groups of columns, one for single columns. */
    private static final int HEAD_ROWS = 3;

    /**
     * The relative widths of the label columns, from the innermost. The innermost labels are sentences; those of groups
     * are a few characters, printed one below the other.
     */
    private static final List<Integer> LABEL_WIDTHS = List.of(27, 9, 6);

    private static final int NUMBER_WIDTH = 7;

    private final FormNode table;
    private final Function<FormNode, BigDecimal> numbers;
    private final int labels;
    private final List<GridCell> cells = new ArrayList<>();
    private int row = HEAD_ROWS;

    private MatrixLayout(FormNode table, Function<FormNode, BigDecimal> numbers) {
        this.table = table;
        this.numbers = numbers;
        this.labels = depth(table);
    }

    static Grid of(FormNode table, Function<FormNode, BigDecimal> numbers) {
        MatrixLayout layout = new MatrixLayout(table, numbers);
        FormNode first = rows(table).findFirst().orElseThrow();
        layout.head(first);
        table.children().forEach(child -> layout.lines(child, 0));
        return new Grid(layout.cells, layout.widths(first.children().size()), HEAD_ROWS);
    }

    private void head(FormNode first) {
        List<FormNode> columns = first.children();
        heading(0, 0, HEAD_ROWS, labels, table.print().corner());
        heading(0, labels, 1, columns.size(), first.print().columns());
        for (int index = 0; index < columns.size(); index++) {
            FormNode column = columns.get(index);
            String over = column.print().over();
            if (over.isEmpty()) {
                heading(1, labels + index, 2, 1, column.print().column());
                continue;
            }
            if (index == 0 || !columns.get(index - 1).print().over().equals(over)) {
                heading(1, labels + index, 1, groupSize(columns, index), over);
            }
            heading(2, labels + index, 1, 1, column.print().column());
        }
    }

    /** Returns the number of adjacent columns, from the given one, that share a heading. */
    private static int groupSize(List<FormNode> columns, int first) {
        String over = columns.get(first).print().over();
        return (int) columns.subList(first, columns.size()).stream()
                .takeWhile(column -> column.print().over().equals(over))
                .count();
    }

    private void heading(int atRow, int column, int rows, int columns, String text) {
        cells.add(new GridCell(atRow, column, rows, columns, new ColumnHeading(text)));
    }

    private void lines(FormNode formNode, int column) {
        RowLabel label = new RowLabel(formNode.print().row());
        if (formNode.kind() == FormNode.Kind.ROW) {
            cells.add(new GridCell(row, column, 1, labels - column, label));
            numbers(formNode);
            row++;
        } else {
            cells.add(new GridCell(row, column, (int) rows(formNode).count(), 1, label));
            formNode.children().forEach(child -> lines(child, column + 1));
        }
    }

    private void numbers(FormNode line) {
        for (int index = 0; index < line.children().size(); index++) {
            FormNode number = line.children().get(index);
            Quantity quantity =
                    new Quantity(numbers.apply(number), number.print().unit());
            cells.add(new GridCell(row, labels + index, 1, 1, quantity));
        }
    }

    private List<Integer> widths(int columns) {
        List<Integer> widths = new ArrayList<>(LABEL_WIDTHS.subList(0, labels));
        Collections.reverse(widths);
        widths.addAll(Collections.nCopies(columns, NUMBER_WIDTH));
        return widths;
    }

    private static Stream<FormNode> rows(FormNode formNode) {
        return formNode.kind() == FormNode.Kind.ROW
                ? Stream.of(formNode)
                : formNode.children().stream().flatMap(MatrixLayout::rows);
    }

    private static int depth(FormNode formNode) {
        return formNode.kind() == FormNode.Kind.ROW
                ? 0
                : 1
                        + formNode.children().stream()
                                .mapToInt(MatrixLayout::depth)
                                .max()
                                .orElse(0);
    }
}
