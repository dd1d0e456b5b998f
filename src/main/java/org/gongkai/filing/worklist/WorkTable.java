package org.gongkai.filing.worklist;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.http.parameter.Labels;
import org.gongkai.publication.table.Table;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.RegisteredColumns;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The work list as a table. */
final class WorkTable {

    private static final Text TITLE = new Text("年度报告审核工作清单", "Reports to review");

    /** The columns without codes. New ones come last, because programs may read CSV by position. */
    private static final List<TableColumn<WorkEntry>> FACTS = List.of(
            new TableColumn<>("year", new Text("年度", "Year"), WorkEntry::year, entry -> TableColumn.YEAR),
            TableColumn.of("revision", new Text("版次", "Revision"), WorkEntry::revision),
            TableColumn.of("correction", new Text("更正", "Correction"), WorkEntry::correction),
            TableColumn.of("openWarnings", new Text("未说明提示", "Open warnings"), WorkEntry::openWarnings),
            TableColumn.of("weight", new Text("提示权重", "Weight"), WorkEntry::weight),
            TableColumn.of("rules", new Text("规则", "Rules"), entry -> String.join(" ", entry.rules())),
            TableColumn.of("submittedAt", new Text("报送时间", "Submitted"), WorkEntry::submittedAt),
            TableColumn.of("since", new Text("待办起始时间", "On the list since"), WorkEntry::since),
            TableColumn.of("daysWaiting", new Text("等待天数", "Days waiting"), WorkEntry::daysWaiting),
            TableColumn.of("deadline", new Text("报送期限", "Deadline"), WorkEntry::deadline),
            TableColumn.of("late", new Text("逾期报送", "Late"), WorkEntry::late),
            TableColumn.of("contentHash", new Text("内容校验码", "Content hash"), WorkEntry::contentHash));

    private WorkTable() {}

    /**
     * Returns the table.
     *
     * @param now the time of the list
     */
    static Table<WorkEntry> of(Instant now) {
        return new Table<>("work-list", TITLE, now, WorkTable::columns);
    }

    private static List<TableColumn<WorkEntry>> columns(TableLabels labels, Language language) {
        Labels choices = labels.ofChoices();
        return Stream.of(
                        RegisteredColumns.agency(labels, WorkEntry::agency),
                        RegisteredColumns.kind(labels, language, WorkEntry::kind),
                        RegisteredColumns.district(labels, WorkEntry::district),
                        RegisteredColumns.category(labels, WorkEntry::category),
                        TableColumn.<WorkEntry>ofCode(
                                "state",
                                new Text("事由", "State"),
                                choices,
                                entry -> entry.state().name(),
                                entry -> entry.state().label().in(language)),
                        FACTS)
                .flatMap(List::stream)
                .toList();
    }
}
