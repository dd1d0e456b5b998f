package org.gongkai.publication.layout;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A cell of a printed table.
 *
 * @param row the row it begins in, from 0
 * @param column the column it begins in, from 0
 * @param rows how many rows it takes, from 1
 * @param columns how many columns it takes, from 1
 * @param content what stands in it
 */
public record GridCell(int row, int column, int rows, int columns, Content content) {

    /** What stands in a cell. */
    public sealed interface Content {

        /** As it is read. */
        String text();
    }

    /** The heading of columns. */
    public record ColumnHeading(String text) implements Content {}

    /** The label of rows. */
    public record RowLabel(String text) implements Content {}

    /** Words that head nothing. */
    public record Words(String text) implements Content {}

    /**
     * A number.
     *
     * @param value the number
     * @param unit what is printed behind it; mostly empty
     */
    public record Quantity(BigDecimal value, String unit) implements Content {

        @Override
        public String text() {
            return plain().toPlainString() + unit;
        }

        /** The number without zeros at its end. */
        public BigDecimal plain() {
            BigDecimal stripped = value.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        }
    }

    public GridCell {
        if (row < 0 || column < 0 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("No place in a table: " + row + ", " + column);
        }
        Objects.requireNonNull(content, "content");
    }

    public boolean isHeading() {
        return content instanceof ColumnHeading || content instanceof RowLabel;
    }

    /** Whether it begins there, rather than being continued from above or from the left. */
    public boolean beginsAt(int otherRow, int otherColumn) {
        return row == otherRow && column == otherColumn;
    }
}
