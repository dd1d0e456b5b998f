package org.gongkai.filing.carryover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.parameter.Labels;
import org.gongkai.publication.table.Table;
import org.gongkai.publication.table.TableColumn;
import org.gongkai.publication.table.TableLabels;
import org.gongkai.registry.RegisteredColumns;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The ledger as a table, without the history. */
final class CarryOverTable {

    private static final Text TITLE = new Text("政府信息公开申请结转台账", "Ledger of requests carried over");

    private static final List<TableColumn<CarryOverEntry>> NUMBERS = List.of(
            TableColumn.of(
                    "carriedForward",
                    new Text("上年结转下年度（四）", "Carried forward last year"),
                    CarryOverEntry::carriedForward),
            TableColumn.of("carriedOver", new Text("本年上年结转（二）", "Carried over"), CarryOverEntry::carriedOver),
            TableColumn.of("difference", new Text("差额", "Difference"), CarryOverEntry::difference));

    private static final List<TableColumn<CarryOverEntry>> REASONS = List.of(
            TableColumn.of(
                    "sources", new Text("上年报告机关", "Agencies of last year"), entry -> String.join(" ", entry.sources())),
            TableColumn.of(
                    "reason",
                    new Text("说明", "Reason"),
                    entry -> entry.explanation() == null
                            ? null
                            : entry.explanation().reason()),
            TableColumn.of(
                    "explainedAt",
                    new Text("说明时间", "Explained"),
                    entry -> entry.explanation() == null
                            ? null
                            : entry.explanation().at()));

    private CarryOverTable() {}

    static Table<CarryOverEntry> of(Instant now) {
        return new Table<>("carry-over", TITLE, now, CarryOverTable::columns);
    }

    private static List<TableColumn<CarryOverEntry>> columns(TableLabels labels, Language language) {
        Labels choices = labels.ofChoices();
        return Stream.of(
                        List.of(new TableColumn<CarryOverEntry>(
                                "year", new Text("年度", "Year"), CarryOverEntry::year, entry -> TableColumn.YEAR)),
                        RegisteredColumns.agency(labels, CarryOverEntry::agency),
                        RegisteredColumns.district(labels, CarryOverEntry::district),
                        RegisteredColumns.category(labels, CarryOverEntry::category),
                        TableColumn.<CarryOverEntry>ofCode(
                                "applicantType",
                                new Text("申请人类型", "Type of applicant"),
                                choices,
                                CarryOverEntry::applicantType,
                                entry -> column(entry, language)),
                        NUMBERS,
                        TableColumn.<CarryOverEntry>ofCode(
                                "status",
                                new Text("比对结果", "Status"),
                                choices,
                                entry -> entry.status().name(),
                                entry -> entry.status().label().in(language)),
                        TableColumn.<CarryOverEntry>ofCode(
                                "obstacle",
                                new Text("无法比对的原因", "Why not compared"),
                                choices,
                                entry -> obstacle(entry)
                                        .map(CarryOverObstacle::name)
                                        .orElse(null),
                                entry -> obstacle(entry)
                                        .map(obstacle -> obstacle.label().in(language))
                                        .orElse(null)),
                        REASONS)
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<CarryOverObstacle> obstacle(CarryOverEntry entry) {
        return Optional.ofNullable(entry.obstacle());
    }

    /** Returns the label of the column of the form. */
    private static String column(CarryOverEntry entry, Language language) {
        return Forms.of(entry.year()).orElseThrow().figure("requests.carriedOver").orElseThrow().cells().stream()
                .filter(cell -> cell.applicantType().equals(entry.applicantType()))
                .map(cell -> cell.label().in(language))
                .findFirst()
                .orElseThrow();
    }
}
