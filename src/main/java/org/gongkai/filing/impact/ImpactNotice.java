package org.gongkai.filing.impact;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.filing.impact.Impact.State;
import org.gongkai.filing.impact.LaterImpact.Kind;
import org.gongkai.publication.layout.Appendix.Column;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.layout.Part;
import org.gongkai.registry.code.Named;
import org.gongkai.statistics.movement.MovedCell;
import org.gongkai.statistics.movement.MovedReports;
import org.gongkai.statistics.movement.MovedTotal;
import org.gongkai.text.BeijingTime;

/** The impact of a revision as a notice of the oversight office, in Chinese. */
final class ImpactNotice {

    /** The mark of a total without any report, which is not zero. */
    private static final String NONE = "—";

    private static final List<Column> COLUMNS = List.of(
            new Column("序号", 2), new Column("位置", 12), new Column("变动前", 4), new Column("变动后", 4), new Column("差额", 4));

    private final List<Part> parts = new ArrayList<>();

    private ImpactNotice() {}

    /**
     * Makes the document.
     *
     * @param impact the impact, in Chinese
     * @param now the current time, which dates the notice of a revision that waits
     */
    static OfficialDocument of(Impact impact, Instant now) {
        ImpactNotice notice = new ImpactNotice();
        notice.add("情况说明", situation(impact) + reason(impact), List.of());
        notice.lists("", impact.totals(), impact.categoryTotals(), impact.cells());
        impact.later().forEach(later -> notice.later(impact, later));
        return new OfficialDocument(title(impact), "", dated(impact, now), notice.parts, List.of());
    }

    private static String title(Impact impact) {
        String name = impact.replaced() == null ? "生效影响说明" : "更正影响说明";
        String expected = impact.state() == State.EXPECTED ? "（预计）" : "";
        return report(impact) + name + expected;
    }

    private static String report(Impact impact) {
        return impact.agency().name() + impact.year() + "年政府信息公开工作年度报告";
    }

    private static Instant dated(Impact impact, Instant now) {
        Instant first = Objects.requireNonNullElse(impact.at(), now);
        return impact.later().stream().map(LaterImpact::at).reduce(first, (earlier, later) -> later);
    }

    private static String situation(Impact impact) {
        return switch (impact.state()) {
            case MOVED ->
                "%s第 %s 版于 %s（北京时间）生效，%s。"
                                .formatted(
                                        report(impact),
                                        impact.revision(),
                                        BeijingTime.of(impact.at()),
                                        replacing("替代第 %s 版", impact.replaced()))
                        + effect(impact);
            case EXPECTED ->
                "%s第 %s 版正在等待审核。如审核通过，将%s。"
                                .formatted(
                                        report(impact),
                                        impact.revision(),
                                        impact.replaced() == null ? "首次生效" : replacing("替代第 %s 版", impact.replaced()))
                        + effect(impact);
            case NONE -> "%s第 %s 版没有生效过，汇总数据没有变动。".formatted(report(impact), impact.revision());
        };
    }

    private static String reason(Impact impact) {
        return impact.changeReason() == null ? "" : "机关说明的更正原因：" + impact.changeReason();
    }

    private static String replacing(String words, Integer revision) {
        return revision == null ? "此前没有生效的版本" : words.formatted(revision);
    }

    private static String effect(Impact impact) {
        if (!impact.counted()) {
            return "政府的年度报告已包含各部门的数据，不计入部门汇总，汇总数据不因此变动。";
        }
        return effect(
                impact.reports(), impact.totals().isEmpty() && impact.cells().isEmpty());
    }

    private static String effect(List<MovedReports> reports, boolean isEmpty) {
        return (isEmpty ? "各项汇总数据不因此变动。" : "下列汇总数据随之变动。")
                + reports.stream().map(ImpactNotice::reports).collect(Collectors.joining());
    }

    private static String reports(MovedReports moved) {
        return "%s计入汇总的报告由 %s 份变为 %s 份。".formatted(moved.district().name(), moved.before(), moved.after());
    }

    private void later(Impact impact, LaterImpact later) {
        boolean withdrawn = later.kind() == Kind.WITHDRAWN;
        String event = withdrawn
                ? "第 %s 版于 %s（北京时间）撤回，%s。"
                        .formatted(
                                impact.revision(),
                                BeijingTime.of(later.at()),
                                later.to() == null ? "此后没有生效的版本" : "第 " + later.to() + " 版恢复生效")
                : "第 %s 版撤回后，第 %s 版于 %s（北京时间）恢复生效。"
                        .formatted(later.from(), impact.revision(), BeijingTime.of(later.at()));
        String heading = withdrawn ? "撤回" : "恢复生效";
        boolean isEmpty = later.totals().isEmpty() && later.cells().isEmpty();
        add(heading, event + effect(later.reports(), isEmpty), List.of());
        lists(heading + "后", later.totals(), later.categoryTotals(), later.cells());
    }

    /** Adds the lists of each district: the cells of its consolidated report, the groups of figures, and the category. */
    private void lists(String when, List<MovedTotal> totals, List<MovedTotal> categoryTotals, List<MovedCell> cells) {
        byDistrict(cells, MovedCell::district)
                .forEach((district, moved) -> add(when + district.name() + "汇总报告", "", cells(moved)));
        byDistrict(totals, MovedTotal::district)
                .forEach((district, moved) -> add(when + district.name() + "汇总指标", "", totals(moved)));
        byDistrict(categoryTotals, MovedTotal::district)
                .forEach((district, moved) -> byDistrict(moved, MovedTotal::category)
                        .forEach((category, ofCategory) ->
                                add(when + district.name() + "汇总指标（" + category.name() + "）", "", totals(ofCategory))));
    }

    private static <T> Map<Named, List<T>> byDistrict(List<T> moved, Function<T, Named> key) {
        return moved.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    private static List<List<Object>> cells(List<MovedCell> moved) {
        List<List<Object>> lines = new ArrayList<>();
        moved.forEach(cell ->
                lines.add(List.of(lines.size() + 1, cell.cell(), cell.before(), cell.after(), cell.difference())));
        return lines;
    }

    private static List<List<Object>> totals(List<MovedTotal> moved) {
        List<List<Object>> lines = new ArrayList<>();
        moved.forEach(total -> lines.add(List.of(
                lines.size() + 1, total.label(), number(total.before()), number(total.after()), total.difference())));
        return lines;
    }

    private static Object number(BigDecimal value) {
        return value == null ? NONE : value;
    }

    private void add(String heading, String text, List<List<Object>> lines) {
        parts.add(Part.numbered(parts.size() + 1, heading, text, COLUMNS, lines));
    }
}
