package org.gongkai.statistics.consolidated;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.publication.layout.Appendix;
import org.gongkai.publication.layout.Appendix.Column;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.rules.FindingView;
import org.gongkai.statistics.consolidated.ConsolidatedReport.MissingReport;
import org.gongkai.statistics.consolidated.ConsolidatedReport.MissingState;
import org.gongkai.statistics.consolidated.ConsolidatedReport.OpenWarning;
import org.gongkai.statistics.consolidated.ConsolidatedReport.OwnReport;
import org.gongkai.statistics.data.Basis;
import org.gongkai.text.BeijingTime;

/**
 * A consolidated report as a document: the statutory form with the sums and with empty texts, and appendices about the
 * sums.
 */
final class ConsolidatedDocument {

    private static final String ALL_AGENCIES = "全部机关";

    private static final String NONE = "无。";

    private static final Map<MissingState, String> STATES = Map.of(
            MissingState.MISSING, "未报",
            MissingState.SUBMITTED, "待审核",
            MissingState.RETURNED, "已退回");

    private static final Column NUMBER = new Column("序号", 2);
    private static final Column CODE = new Column("代码", 7);
    private static final Column AGENCY = new Column("机关", 9);
    private static final Column REVISION = new Column("版次", 2);
    private static final Column RULE = new Column("规则", 5);
    private static final Column CELL = new Column("位置", 9);
    private static final Column MESSAGE = new Column("说明", 12);

    private final ConsolidatedReport report;

    private ConsolidatedDocument(ConsolidatedReport report) {
        this.report = report;
    }

    /**
     * Makes the document.
     *
     * @param report the report for its readers, in Chinese
     * @param sum its numbers
     */
    static OfficialDocument of(ConsolidatedReport report, Contents sum) {
        String title =
                report.district() == null ? ALL_AGENCIES : report.district().name();
        ConsolidatedDocument document = new ConsolidatedDocument(report);
        Contents contents = report.drafts() == null ? sum : report.drafts().in(sum);
        return OfficialDocument.of(title, contents, report.asOf())
                .withNote(document.note())
                .withAppendices(document.appendices());
    }

    private String note() {
        return (report.drafts() == null ? "" : report.drafts().note())
                + "由各部门%s年度报告汇总：应报 %s 份，已汇总 %s 份。数据时点 %s（北京时间），数据版本 %s。"
                        .formatted(
                                report.basis().equals(Basis.ACCEPTED.code()) ? "已生效的" : "最新的",
                                report.coverage().expected(),
                                report.coverage().reports(),
                                BeijingTime.of(report.asOf()),
                                report.dataVersion());
    }

    private List<Appendix> appendices() {
        List<Appendix> appendices = new ArrayList<>(List.of(contributors(), missing(), openWarnings()));
        report.comparison().forEach(own -> appendices.add(comparison(own)));
        if (!report.findings().isEmpty()) {
            appendices.add(findings());
        }
        return appendices;
    }

    private Appendix contributors() {
        return list(
                "已汇总的年度报告",
                List.of(NUMBER, AGENCY, CODE, REVISION, new Column("内容摘要（SHA-256）", 12)),
                report.contributors(),
                line -> cells(line.agency(), line.revision(), line.contentHash()));
    }

    /** Lists the missing reports. Their states are not shown to all readers. */
    private Appendix missing() {
        boolean hasStates = report.missing().stream().map(MissingReport::state).anyMatch(Objects::nonNull);
        return hasStates
                ? list(
                        "未汇总的年度报告",
                        List.of(NUMBER, AGENCY, CODE, new Column("状态", 4)),
                        report.missing(),
                        line -> cells(line.agency(), line.state() == null ? "" : STATES.get(line.state())))
                : list("未汇总的年度报告", List.of(NUMBER, AGENCY, CODE), report.missing(), line -> cells(line.agency()));
    }

    private Appendix openWarnings() {
        return list(
                "尚未说明的提示",
                List.of(NUMBER, AGENCY, CODE, REVISION, RULE, CELL, MESSAGE),
                report.openWarnings(),
                ConsolidatedDocument::cells);
    }

    private static List<Object> cells(OpenWarning warning) {
        return cells(
                warning.agency(),
                warning.revision(),
                warning.rule(),
                Objects.requireNonNullElse(warning.cell(), ""),
                warning.message());
    }

    private static Appendix comparison(OwnReport own) {
        Map<String, String> messages =
                own.findings().stream().collect(Collectors.toMap(FindingView::pointer, FindingView::message));
        return list(
                "与%s年度报告（第 %s 版）的差异".formatted(own.agency().name(), own.revision()),
                List.of(NUMBER, CELL, new Column("政府年报", 4), new Column("各部门之和", 4), new Column("差额", 4), MESSAGE),
                own.cells(),
                cell -> List.of(
                        cell.cell(),
                        cell.own(),
                        cell.sum(),
                        cell.difference(),
                        messages.getOrDefault(cell.pointer(), "")));
    }

    private Appendix findings() {
        return list(
                "汇总数据中不成立的勾稽关系",
                List.of(NUMBER, RULE, CELL, MESSAGE),
                report.findings(),
                findingView -> List.of(
                        findingView.rule(), Objects.requireNonNullElse(findingView.cell(), ""), findingView.message()));
    }

    private static <T> Appendix list(
            String heading, List<Column> columns, List<T> entries, Function<T, List<Object>> cells) {
        return entries.isEmpty()
                ? Appendix.ofText(heading, NONE)
                : new Appendix(heading, "", columns, new Lines<>(entries, cells));
    }

    /** The numbered lines of a list, which are made when they are needed. */
    private static final class Lines<T> extends AbstractList<List<Object>> {

        private final List<T> entries;
        private final Function<T, List<Object>> cells;

        Lines(List<T> entries, Function<T, List<Object>> cells) {
            this.entries = entries;
            this.cells = cells;
        }

        @Override
        public List<Object> get(int line) {
            return Stream.concat(Stream.of(line + 1), cells.apply(entries.get(line)).stream())
                    .toList();
        }

        @Override
        public int size() {
            return entries.size();
        }
    }

    private static List<Object> cells(Named agency, Object... others) {
        return Stream.concat(Stream.of(agency.name(), agency.code()), Stream.of(others))
                .toList();
    }
}
