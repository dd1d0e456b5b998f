package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.form.FormNode;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.Content;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.RowLabel;

/**
 * Lays out a table of blocks, each with its own heading and columns: table 二. The last column takes the remaining
 * width.
 */
final class BlockLayout {

    private final String corner;
    private final Map<String, Map<String, List<FormNode>>> blocks;
    private final Function<FormNode, BigDecimal> numbers;
    private final int columns;
    private final List<GridCell> cells = new ArrayList<>();
    private int row;

    private BlockLayout(FormNode table, Function<FormNode, BigDecimal> numbers) {
        this.corner = table.print().corner();
        this.blocks = blocks(table);
        this.numbers = numbers;
        this.columns = 1
                + blocks.values().stream()
                        .flatMap(rows -> rows.values().stream())
                        .mapToInt(List::size)
                        .max()
                        .orElse(0);
    }

    static Grid of(FormNode table, Function<FormNode, BigDecimal> numbers) {
        BlockLayout layout = new BlockLayout(table, numbers);
        layout.blocks.forEach(layout::block);
        return new Grid(layout.cells, Collections.nCopies(layout.columns, 1), 0);
    }

    /** Groups the numbers by block and row. Numbers with the same row label stand in the same row. */
    private static Map<String, Map<String, List<FormNode>>> blocks(FormNode table) {
        Map<String, Map<String, List<FormNode>>> blocks = new LinkedHashMap<>();
        for (FormNode part : table.children()) {
            blocks.computeIfAbsent(part.print().over(), block -> new LinkedHashMap<>())
                    .computeIfAbsent(part.print().row(), label -> new ArrayList<>())
                    .addAll(part.isNumber() ? List.of(part) : part.children());
        }
        return blocks;
    }

    private void block(String heading, Map<String, List<FormNode>> rows) {
        cells.add(new GridCell(row++, 0, 1, columns, new ColumnHeading(heading)));
        line(new ColumnHeading(corner), headings(rows.values()));
        rows.forEach((label, row) -> line(new RowLabel(label), quantities(row)));
    }

    private static List<Content> headings(Collection<List<FormNode>> rows) {
        return rows.iterator().next().stream()
                .<Content>map(number -> new ColumnHeading(number.print().column()))
                .toList();
    }

    private List<Content> quantities(List<FormNode> row) {
        return row.stream()
                .<Content>map(number ->
                        new Quantity(numbers.apply(number), number.print().unit()))
                .toList();
    }

    private void line(Content first, List<Content> others) {
        cells.add(new GridCell(row, 0, 1, 1, first));
        for (int index = 0; index < others.size(); index++) {
            int column = index + 1;
            boolean last = column == others.size();
            cells.add(new GridCell(row, column, 1, last ? columns - column : 1, others.get(index)));
        }
        row++;
    }
}
