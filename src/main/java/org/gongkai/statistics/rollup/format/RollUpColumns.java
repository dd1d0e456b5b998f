package org.gongkai.statistics.rollup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.FigureUnit;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowStatistics;
import org.gongkai.statistics.rollup.RowStatistics.Quartiles;
import org.gongkai.statistics.rollup.RowStatistics.YearlyChange;
import org.gongkai.statistics.rollup.Statistic;
import org.gongkai.text.Text;

/** The columns of a roll-up in a table. */
final class RollUpColumns {

    static final String VALUE = "value";

    private static final String PERCENTAGE = "0.00%";
    private static final String PERCENT = "0.00";

    private RollUpColumns() {}

    /** Returns the columns of the keys, the figure last, and then the columns of numbers. */
    static List<TableColumn<RollUpRow>> of(RollUp rollUp, Representation representation) {
        Set<Dimension> dimensions = Dimension.of(rollUp);
        dimensions.remove(Dimension.FIGURE);
        List<TableColumn<RollUpRow>> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.addAll(of(dimension, representation)));
        columns.addAll(of(Dimension.FIGURE, representation));
        columns.addAll(numbers(rollUp));
        return columns;
    }

    /** Returns the columns of numbers. */
    static List<TableColumn<RollUpRow>> numbers(RollUp rollUp) {
        List<TableColumn<RollUpRow>> columns = new ArrayList<>();
        columns.add(
                new TableColumn<>(VALUE, new Text("数值", "Value"), RollUpRow::value, row -> FigureUnit.of(row.figure())
                        .pattern()));
        if (rollUp.rows().stream().anyMatch(row -> row.denominator() != null)) {
            columns.add(TableColumn.of("numerator", new Text("分子", "Numerator"), RollUpRow::numerator));
            columns.add(TableColumn.of("denominator", new Text("分母", "Denominator"), RollUpRow::denominator));
        }
        columns.add(TableColumn.of("reports", new Text("报告数", "Reports"), RollUpRow::reports));
        columns.add(TableColumn.of("expected", new Text("应报数", "Expected"), RollUpRow::expected));
        columns.add(TableColumn.of("late", new Text("逾期报送数", "Late"), RollUpRow::late));
        columns.add(TableColumn.of("nil", new Text("零报告数", "Nil returns"), RollUpRow::nil));
        rollUp.stats().forEach(statistic -> columns.addAll(of(statistic)));
        columns.add(TableColumn.of("nilStated", new Text("声明零报告数", "Stated nil returns"), RollUpRow::nilStated));
        return columns;
    }

    private static List<TableColumn<RollUpRow>> of(Statistic statistic) {
        return switch (statistic) {
            case RANK -> List.of(column(statistic, RowStatistics::rank, row -> TableColumn.COUNT));
            case PERCENTILE -> List.of(column(statistic, RowStatistics::percentile, row -> PERCENT));
            case MEDIAN -> List.of(column(statistic, RowStatistics::median, RollUpColumns::detailed));
            case MEAN -> List.of(column(statistic, RowStatistics::mean, RollUpColumns::detailed));
            case SHARE -> List.of(column(statistic, RowStatistics::share, row -> PERCENTAGE));
            case QUARTILES ->
                List.of(
                        part(
                                "firstQuartile",
                                new Text("第一四分位数", "First quartile"),
                                RowStatistics::quartiles,
                                Quartiles::first,
                                RollUpColumns::detailed),
                        part(
                                "thirdQuartile",
                                new Text("第三四分位数", "Third quartile"),
                                RowStatistics::quartiles,
                                Quartiles::third,
                                RollUpColumns::detailed));
            case CHANGE ->
                List.of(
                        part(
                                "change",
                                statistic.label(),
                                RowStatistics::change,
                                YearlyChange::absolute,
                                row -> FigureUnit.of(row.figure()).pattern()),
                        part(
                                "changePercent",
                                new Text("比上年增减（%）", "Change in per cent"),
                                RowStatistics::change,
                                YearlyChange::percent,
                                row -> PERCENT));
        };
    }

    private static TableColumn<RollUpRow> column(
            Statistic statistic, Function<RowStatistics, Number> value, Function<RollUpRow, String> pattern) {
        return new TableColumn<>(statistic.code(), statistic.label(), row -> value.apply(row.statistics()), pattern);
    }

    /** Returns the format of a value that lies between those of reports. */
    private static String detailed(RollUpRow row) {
        String pattern = FigureUnit.of(row.figure()).pattern();
        return pattern.equals(TableColumn.COUNT) ? "#,##0.00" : pattern;
    }

    private static <T> TableColumn<RollUpRow> part(
            String name,
            Text label,
            Function<RowStatistics, T> statistic,
            Function<T, Number> value,
            Function<RollUpRow, String> pattern) {
        return new TableColumn<>(
                name,
                label,
                row -> Optional.ofNullable(statistic.apply(row.statistics()))
                        .map(value)
                        .orElse(null),
                pattern);
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
