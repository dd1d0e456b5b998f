package org.gongkai.filing.history;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.publication.table.Table;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.RegisteredColumns;
import org.gongkai.registry.code.Named;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The list of reports as a table. */
final class ReportTable {

    private static final Text TITLE = new Text("政府信息公开工作年度报告一览", "Annual reports on open government information");

    private ReportTable() {}

    /**
     * Returns the table.
     *
     * @param now the time of the list
     */
    static Table<ReportSummary> of(Instant now) {
        return new Table<>("reports", TITLE, now, ReportTable::columns);
    }

    private static List<TableColumn<ReportSummary>> columns(TableLabels labels, Language language) {
        return Stream.of(
                        RegisteredColumns.<ReportSummary>agency(
                                labels, entry -> new Named(entry.agency(), entry.agencyName())),
                        RegisteredColumns.kind(labels, language, ReportSummary::kind),
                        RegisteredColumns.district(labels, ReportSummary::district),
                        RegisteredColumns.category(labels, ReportSummary::category),
                        List.of(
                                new TableColumn<ReportSummary>(
                                        "year", new Text("年度", "Year"), ReportSummary::year, entry -> TableColumn.YEAR),
                                TableColumn.<ReportSummary>of(
                                        "revision", new Text("版次", "Revision"), ReportSummary::revision)),
                        TableColumn.<ReportSummary>ofCode(
                                "status",
                                new Text("状态", "Status"),
                                labels.ofChoices(),
                                entry -> entry.status().name(),
                                entry -> label(entry.status()).in(language)),
                        List.of(
                                TableColumn.<ReportSummary>of(
                                        "submittedAt", new Text("报送时间", "Submitted"), ReportSummary::submittedAt),
                                TableColumn.<ReportSummary>of(
                                        "contentHash", new Text("内容校验码", "Content hash"), ReportSummary::contentHash)))
                .flatMap(List::stream)
                .toList();
    }

    private static Text label(RevisionStatus status) {
        return switch (status) {
            case SUBMITTED -> new Text("待审核", "Waiting");
            case ACCEPTED -> new Text("生效", "In force");
            case RETURNED -> new Text("已退回", "Returned");
            case SUPERSEDED -> new Text("已被更正", "Superseded");
            case WITHDRAWN -> new Text("已撤回", "Withdrawn");
        };
    }
}
