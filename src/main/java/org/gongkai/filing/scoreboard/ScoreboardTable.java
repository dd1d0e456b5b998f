package org.gongkai.filing.scoreboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gongkai.publication.table.Table;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.RegisteredColumns;
import org.gongkai.text.Text;

/** The scoreboard as a table. Numbers by rule are rows of their own, if it is grouped by rule. */
final class ScoreboardTable {

    private static final Text TITLE = new Text("政府信息公开工作年度报告报送质量统计", "Scoreboard of annual reports");

    private static final List<TableColumn<ScoreboardRow>> DUTIES = List.of(
            TableColumn.of("expected", new Text("应报", "Expected"), ScoreboardRow::expected),
            TableColumn.of("onTime", new Text("按期报送", "On time"), ScoreboardRow::onTime),
            TableColumn.of("late", new Text("逾期报送", "Late"), ScoreboardRow::late),
            TableColumn.of("notResubmitted", new Text("退回未再报", "Not resubmitted"), ScoreboardRow::notResubmitted),
            TableColumn.of("missing", new Text("未报", "Missing"), ScoreboardRow::missing),
            TableColumn.of("overdue", new Text("逾期未报", "Overdue"), ScoreboardRow::overdue),
            TableColumn.of("returned", new Text("退回次数", "Returned"), ScoreboardRow::returned),
            TableColumn.of("corrected", new Text("生效后更正次数", "Corrected"), ScoreboardRow::corrected),
            TableColumn.of("withdrawn", new Text("生效后撤回次数", "Withdrawn"), ScoreboardRow::withdrawn));

    private static final List<TableColumn<ScoreboardRow>> OF_RULES = List.of(
            TableColumn.of("refusedAttempts", new Text("未通过校验次数", "Refused attempts"), ScoreboardRow::refusedAttempts),
            TableColumn.of("openWarnings", new Text("未说明的提示", "Open warnings"), ScoreboardRow::openWarnings),
            TableColumn.of(
                    "explainedWarnings", new Text("已说明的提示", "Explained warnings"), ScoreboardRow::explainedWarnings));

    private ScoreboardTable() {}

    static Table<ScoreboardRow> of(Set<ScoreboardKey> groupBy, Instant now) {
        return new Table<>("scoreboard", TITLE, now, (labels, language) -> columns(groupBy, labels));
    }

    private static List<TableColumn<ScoreboardRow>> columns(Set<ScoreboardKey> groupBy, TableLabels labels) {
        List<TableColumn<ScoreboardRow>> columns = new ArrayList<>();
        for (ScoreboardKey key : ScoreboardKey.values()) {
            if (groupBy.contains(key)) {
                columns.addAll(columns(key, labels));
            }
        }
        if (!groupBy.contains(ScoreboardKey.RULE)) {
            columns.addAll(DUTIES);
        }
        columns.addAll(OF_RULES);
        return columns;
    }

    private static List<TableColumn<ScoreboardRow>> columns(ScoreboardKey key, TableLabels labels) {
        return switch (key) {
            case YEAR ->
                List.of(new TableColumn<>(
                        key.code(), new Text("年度", "Year"), ScoreboardRow::year, row -> TableColumn.YEAR));
            case DISTRICT -> RegisteredColumns.district(labels, ScoreboardRow::district);
            case CATEGORY -> RegisteredColumns.category(labels, ScoreboardRow::category);
            case AGENCY -> RegisteredColumns.agency(labels, ScoreboardRow::agency);
            case RULE -> List.of(TableColumn.of(key.code(), new Text("规则", "Rule"), ScoreboardRow::rule));
        };
    }
}
