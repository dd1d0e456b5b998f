package org.gongkai.reminder;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gongkai.publication.table.Table;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.RegisteredColumns;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The log of reminders as a table. */
final class ReminderTable {

    private static final Text TITLE = new Text("年度报告催报记录", "Reminders");

    /** The columns without codes. New ones come last, because programs may read CSV by position. */
    private static final List<TableColumn<ReminderEntry>> FACTS = List.of(
            new TableColumn<>("year", new Text("年度", "Year"), ReminderEntry::year, entry -> TableColumn.YEAR),
            TableColumn.of("deadline", new Text("报送期限", "Deadline"), ReminderEntry::deadline),
            TableColumn.of("day", new Text("起算日", "Counted from"), ReminderEntry::day),
            TableColumn.of("step", new Text("催报节点（天）", "Step (days)"), ReminderEntry::step),
            TableColumn.of("revision", new Text("版次", "Revision"), ReminderEntry::revision),
            TableColumn.of("openWarnings", new Text("未说明提示", "Open warnings"), ReminderEntry::openWarnings),
            TableColumn.of("createdAt", new Text("生成时间", "Worked out"), ReminderEntry::createdAt),
            TableColumn.of("createdBy", new Text("操作人", "By"), ReminderEntry::createdBy),
            TableColumn.of("sentAt", new Text("发送时间", "Sent"), ReminderEntry::sentAt),
            TableColumn.of("attempts", new Text("尝试次数", "Attempts"), ReminderEntry::attempts),
            TableColumn.of("failureDetail", new Text("服务器答复", "Answer of the server"), ReminderEntry::failureDetail),
            TableColumn.of("nextAttemptAt", new Text("下次尝试时间", "Next attempt"), ReminderEntry::nextAttemptAt));

    private ReminderTable() {}

    /**
     * Returns the table.
     *
     * @param now the time of the list
     */
    static Table<ReminderEntry> of(Instant now) {
        return new Table<>("reminders", TITLE, now, ReminderTable::columns);
    }

    private static List<TableColumn<ReminderEntry>> columns(TableLabels labels, Language language) {
        return Stream.of(
                        RegisteredColumns.agency(labels, ReminderEntry::agency),
                        RegisteredColumns.kind(labels, language, ReminderEntry::kind),
                        RegisteredColumns.district(labels, ReminderEntry::district),
                        RegisteredColumns.category(labels, ReminderEntry::category),
                        choice(
                                "reason",
                                new Text("催报事由", "Reason"),
                                labels,
                                ReminderEntry::reason,
                                entry -> entry.reason().label().in(language)),
                        choice(
                                "channel",
                                new Text("方式", "Channel"),
                                labels,
                                ReminderEntry::channel,
                                entry -> entry.channel().label().in(language)),
                        choice("state", new Text("状态", "State"), labels, ReminderEntry::state, entry -> entry.state()
                                .label()
                                .in(language)),
                        choice(
                                "failure",
                                new Text("失败原因", "Failure"),
                                labels,
                                ReminderEntry::failure,
                                entry -> entry.failure() == null
                                        ? null
                                        : entry.failure().label().in(language)),
                        FACTS)
                .flatMap(List::stream)
                .toList();
    }

    private static List<TableColumn<ReminderEntry>> choice(
            String name,
            Text title,
            TableLabels labels,
            Function<ReminderEntry, Enum<?>> value,
            Function<ReminderEntry, Object> label) {
        return TableColumn.ofCode(name, title, labels.ofChoices(), entry -> code(value.apply(entry)), label);
    }

    private static String code(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
