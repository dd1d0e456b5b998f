package org.gongkai.statistics.rollup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.FigureUnit;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.text.Text;

/** The columns of a roll-up in a table. */
final class RollUpColumns {

    private RollUpColumns() {}

    /** Returns the columns of the keys, the figure last, and then the columns of numbers. */
    static List<TableColumn<RollUpRow>> of(RollUp rollUp, Representation representation) {
        Set<Dimension> dimensions = Dimension.of(rollUp);
        dimensions.remove(Dimension.FIGURE);
        List<TableColumn<RollUpRow>> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.addAll(of(dimension, representation)));
        columns.addAll(of(Dimension.FIGURE, representation));
        columns.add(
                new TableColumn<>("value", new Text("数值", "Value"), RollUpRow::value, row -> FigureUnit.of(row.figure())
                        .pattern()));
        columns.add(TableColumn.of("reports", new Text("报告数", "Reports"), RollUpRow::reports));
        columns.add(TableColumn.of("expected", new Text("应报数", "Expected"), RollUpRow::expected));
        return columns;
    }

    private static List<TableColumn<RollUpRow>> of(Dimension dimension, Representation representation) {
        if (dimension == Dimension.YEAR) {
            return List.of(
                    new TableColumn<>(dimension.code(), dimension.label(), RollUpRow::year, row -> TableColumn.YEAR));
        }
        return TableColumn.ofCode(
                dimension.code(),
                dimension.label(),
                representation.labels(dimension),
                row -> dimension.of(row, representation.language()).code(),
                row -> dimension.of(row, representation.language()).name());
    }
}
