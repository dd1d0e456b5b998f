package org.gongkai.statistics.rollup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Text;

/**
 * A column of a roll-up in a table.
 *
 * @param name its name for programs
 * @param title its title for people
 * @param content returns the cell of a row: a {@link String} or a {@link Number}, or {@code null} for an empty cell
 */
record RollUpColumn(String name, Text title, Function<RollUpRow, Object> content) {

    static final String VALUE = "value";

    /** Returns the columns of the keys, the figure last, and then the columns of numbers. */
    static List<RollUpColumn> of(RollUp rollUp, Representation representation) {
        Set<Dimension> dimensions = Dimension.of(rollUp);
        dimensions.remove(Dimension.FIGURE);
        List<RollUpColumn> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.addAll(of(dimension, representation)));
        columns.addAll(of(Dimension.FIGURE, representation));
        columns.add(new RollUpColumn(VALUE, new Text("数值", "Value"), RollUpRow::value));
        columns.add(new RollUpColumn("reports", new Text("报告数", "Reports"), RollUpRow::reports));
        columns.add(new RollUpColumn("expected", new Text("应报数", "Expected"), RollUpRow::expected));
        return columns;
    }

    private static List<RollUpColumn> of(Dimension dimension, Representation representation) {
        if (dimension == Dimension.YEAR) {
            return List.of(new RollUpColumn(dimension.code(), dimension.label(), RollUpRow::year));
        }
        RollUpColumn code =
                new RollUpColumn(dimension.code(), new Text("%s代码", "%s code").with(dimension.label()), row -> dimension
                        .of(row, representation.language())
                        .code());
        RollUpColumn name = new RollUpColumn(dimension.code() + "Name", dimension.label(), row -> dimension
                .of(row, representation.language())
                .name());
        return switch (representation.labels(dimension)) {
            case CODES -> List.of(code);
            case NAMES -> List.of(name);
            case BOTH -> List.of(code, name);
        };
    }
}
