package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.publication.layout.Appendix.Column;
import org.gongkai.publication.layout.GridCell.ColumnHeading;
import org.gongkai.publication.layout.GridCell.Content;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.Words;

/**
 * The cells of a list, under one row of headings. They are made when they are needed, because a list may have a line for
 * each agency of a province.
 *
 * @param columns the columns
 * @param lines the lines, with a {@link String} or a {@link Number} per column
 */
record ListedCells(List<Column> columns, List<List<Object>> lines) implements Grid.Cells {

    @Override
    public int rows() {
        return lines.size() + 1;
    }

    @Override
    public GridCell at(int row, int column) {
        Content content = row == 0
                ? new ColumnHeading(columns.get(column).heading())
                : content(lines.get(row - 1).get(column));
        return new GridCell(row, column, 1, 1, content);
    }

    private static Content content(Object value) {
        return value instanceof Number number
                ? new Quantity(new BigDecimal(number.toString()), "")
                : new Words((String) value);
    }

    @Override
    public int headingAbove(int row, int column) {
        return row == 0 ? -1 : 0;
    }
}
