package org.gongkai.filing.register;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.publication.table.Table;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.RegisteredColumns;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The register of explanations as a table. */
final class ExplanationTable {

    private static final Text TITLE = new Text("政府信息公开工作年度报告提示说明汇总", "Explanations of warnings");

    /** The columns of the finding and its explanation. New ones come last, because programs may read CSV by position. */
    private static final List<TableColumn<ExplanationRecord>> FACTS = List.of(
            TableColumn.of("rule", new Text("规则", "Rule"), ExplanationRecord::rule),
            TableColumn.of("pointer", new Text("指标位置", "Pointer"), ExplanationRecord::pointer),
            TableColumn.of("cell", new Text("表中位置", "Place"), ExplanationRecord::cell),
            TableColumn.of("message", new Text("提示内容", "Finding"), ExplanationRecord::message),
            TableColumn.of("reason", new Text("说明", "Explanation"), ExplanationRecord::reason),
            TableColumn.of("by", new Text("说明人", "Explained by"), ExplanationRecord::by),
            TableColumn.of("at", new Text("说明时间", "Explained at"), ExplanationRecord::at));

    private static final List<TableColumn<ExplanationRecord>> REPETITION = List.of(
            TableColumn.of("wording", new Text("说法编号", "Wording"), entry -> entry.repetition()
                    .wording()),
            TableColumn.of("uses", new Text("相同说法次数", "Uses of the wording"), entry -> entry.repetition()
                    .uses()),
            TableColumn.of("agencies", new Text("使用机关数", "Agencies with it"), entry -> entry.repetition()
                    .agencies()),
            TableColumn.of("years", new Text("本机关使用年数", "Years of this agency"), entry -> entry.repetition()
                    .years()));

    private ExplanationTable() {}

    /**
     * Returns the table.
     *
     * @param now the time of the data
     */
    static Table<ExplanationRecord> of(Instant now) {
        return new Table<>("explanations", TITLE, now, ExplanationTable::columns);
    }

    private static List<TableColumn<ExplanationRecord>> columns(TableLabels labels, Language language) {
        return Stream.of(
                        RegisteredColumns.agency(labels, ExplanationRecord::agency),
                        RegisteredColumns.district(labels, ExplanationRecord::district),
                        List.of(
                                year(),
                                TableColumn.<ExplanationRecord>of(
                                        "revision", new Text("版本", "Revision"), ExplanationRecord::revision)),
                        FACTS,
                        TableColumn.<ExplanationRecord>ofCode(
                                "state",
                                new Text("状态", "State"),
                                labels.ofChoices(),
                                entry -> entry.state().name(),
                                entry -> entry.state().label().in(language)),
                        REPETITION)
                .flatMap(List::stream)
                .toList();
    }

    private static TableColumn<ExplanationRecord> year() {
        return new TableColumn<>("year", new Text("年度", "Year"), ExplanationRecord::year, entry -> TableColumn.YEAR);
    }
}
