package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.Content;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.Words;

/**
 * An appendix of a document.
 *
 * @param heading the heading, without a number
 * @param text the text before the list or instead of it; may be empty
 * @param columns the columns of the list
 * @param lines the lines of the list, each with a {@link String} or a {@link Number} per column; empty if there is
 *     no list
 */
public record Appendix(String heading, String text, List<Column> columns, List<List<Object>> lines) {

    /**
     * A column of a list.
     *
     * @param heading the heading
     * @param width the width relative to the other columns
     */
    public record Column(String heading, int width) {}

    public Appendix {
        int each = columns.size();
        if (lines.stream().anyMatch(line -> line.size() != each)) {
            throw new IllegalArgumentException("Each line must have a cell per column: " + heading);
        }
    }

    /** Returns an appendix that has a text and no list. */
    public static Appendix ofText(String heading, String text) {
        return new Appendix(heading, text, List.of(), List.of());
    }

    Part toPart(int number) {
        return new Part("appendix-" + number, "附件" + number + "　" + heading, text, table());
    }

    private Optional<Grid> table() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        List<GridCell> cells = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            cells.add(new GridCell(
                    0, column, 1, 1, new ColumnHeading(columns.get(column).heading())));
        }
        for (int line = 0; line < lines.size(); line++) {
            for (int column = 0; column < columns.size(); column++) {
                cells.add(new GridCell(
                        line + 1, column, 1, 1, content(lines.get(line).get(column))));
            }
        }
        return Optional.of(new Grid(cells, columns.stream().map(Column::width).toList(), 1));
    }

    private static Content content(Object value) {
        return value instanceof Number number
                ? new Quantity(new BigDecimal(number.toString()), "")
                : new Words((String) value);
    }
}
