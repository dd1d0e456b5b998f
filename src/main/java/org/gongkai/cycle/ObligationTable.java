package org.gongkai.cycle;

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

/** The roster of a year as a table. */
final class ObligationTable {

    private static final Text TITLE = new Text("%s年度政府信息公开工作年度报告报送情况", "Obligations to report on %s");

    /** The columns without codes. New ones come last, because programs may read CSV by position. */
    private static final List<TableColumn<ObligationEntry>> FACTS = List.of(
            TableColumn.of("deadline", new Text("报送期限", "Deadline"), ObligationEntry::deadline),
            TableColumn.of("overdue", new Text("逾期未报", "Overdue"), ObligationEntry::overdue),
            TableColumn.of("inForce", new Text("有有效报告", "In force"), ObligationEntry::inForce),
            TableColumn.of(
                    "firstSubmittedAt", new Text("首次报送时间", "First submitted"), ObligationEntry::firstSubmittedAt),
            TableColumn.of("reason", new Text("调整原因", "Reason"), ObligationEntry::reason),
            TableColumn.of("contactPerson", new Text("联系人", "Contact person"), ObligationEntry::contactPerson),
            TableColumn.of("telephone", new Text("联系电话", "Telephone"), ObligationEntry::telephone),
            TableColumn.of("nil", new Text("数据全部为零", "All figures zero"), ObligationEntry::nil),
            TableColumn.of("nilStated", new Text("声明零报告", "Stated nil return"), ObligationEntry::nilStated),
            TableColumn.of("email", new Text("电子邮箱", "E-mail"), ObligationEntry::email));

    private ObligationTable() {}

    /**
     * Returns the table.
     *
     * @param now the time at which obligations are overdue or not
     */
    static Table<ObligationEntry> of(int year, Instant now) {
        return new Table<>("obligations-" + year, TITLE.with(String.valueOf(year)), now, ObligationTable::columns);
    }

    private static List<TableColumn<ObligationEntry>> columns(TableLabels labels, Language language) {
        Labels choices = labels.ofChoices();
        return Stream.of(
                        RegisteredColumns.agency(labels, ObligationEntry::agency),
                        RegisteredColumns.kind(labels, language, ObligationEntry::kind),
                        RegisteredColumns.district(labels, ObligationEntry::district),
                        RegisteredColumns.category(labels, ObligationEntry::category),
                        TableColumn.<ObligationEntry>ofCode(
                                "state",
                                new Text("报送状态", "State"),
                                choices,
                                entry -> entry.state().name(),
                                entry -> entry.state().label().in(language)),
                        FACTS)
                .flatMap(List::stream)
                .toList();
    }
}
