package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A cell of a printed table.
 *
 * @param row the first row, from 0
 * @param column the first column, from 0
 * @param rows the number of rows that it spans, from 1
 * @param columns the number of columns that it spans, from 1
 * @param content the content
 */
public record GridCell(int row, int column, int rows, int columns, Content content) {

    /** The content of a cell. */
    public sealed interface Content {

        /** Returns the content as text. */
        String text();
    }

    /** The heading of one or more columns. */
    public record ColumnHeading(String text) implements Content {}

    /** The label of one or more rows. */
    public record RowLabel(String text) implements Content {}

    /** Plain text that is not a heading. */
    public record Words(String text) implements Content {}

    /**
     * A number.
     *
     * @param value the number
     * @param unit the unit that is printed after it; usually empty
     */
    public record Quantity(BigDecimal value, String unit) implements Content {

        @Override
        public String text() {
            return plain().toPlainString() + unit;
        }

        /** Returns the number without trailing zeros. */
        public BigDecimal plain() {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    public GridCell {
        if (row < 0 || column < 0 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("Not a position in a table: " + row + ", " + column);
        }
        Objects.requireNonNull(content, "content");
    }

    public boolean isHeading() {
        return content instanceof ColumnHeading || content instanceof RowLabel;
    }

    /** Checks that the cell begins at this position and is not continued from above or from the left. */
    public boolean startsAt(int otherRow, int otherColumn) {
        return row == otherRow && column == otherColumn;
    }
}
