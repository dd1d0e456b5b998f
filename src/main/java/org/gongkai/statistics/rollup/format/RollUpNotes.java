package org.gongkai.statistics.rollup.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.rollup.Boundaries;
import org.gongkai.statistics.rollup.Dimension;
import org.gongkai.statistics.rollup.Names;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** The title and the notes of a roll-up, for readers who do not have its query. */
final class RollUpNotes {

    /** The source of the figures. */
    static final Text SOURCE =
            new Text("政府信息公开工作年度报告", "Statutory annual reports on government information disclosure");

    private static final int MAX_FIGURES_NAMED = 3;

    private static final Text DEPARTMENTS = new Text(
            "只统计部门的报告；政府年报已包含所属部门，不再计入",
            "Only departments are counted: a government's own report already contains them");

    private static final Text GOVERNMENTS = new Text(
            "统计各政府自身的报告；每份已包含其所属部门，不同层级的政府相加可能重复",
            "The own reports of governments are counted: each contains its departments, and a sum over governments of"
                    + " different levels may count twice");

    private static final Text COVERAGE = new Text(
            "报告数为已计入的报告份数，应报数为应当报送的份数；报告数少于应报数的，数值不完整；没有报告的，数值为空，不等于零",
            "Reports is the number of reports counted, expected the number that there should be; when there are"
                    + " fewer reports than expected, the value is incomplete; without any report it is empty, which is"
                    + " not zero");

    private static final Text BREAK =
            new Text("%s：%s 年的格式没有此项，不计入这些年度", "%s: not on the form of %s; these years are not counted");

    private static final Text SPLIT = new Text(
            "%s 已拆分为 %s，其 %s 年的数据不计入任何承继机关",
            "%s was split into %s; its figures for %s stay with it and count for no successor");

    private final RollUp rollUp;
    private final Language language;

    RollUpNotes(RollUp rollUp, Language language) {
        this.rollUp = rollUp;
        this.language = language;
    }

    /** Returns the figures, unless there are many, and the dimensions. */
    String title() {
        String figures = rollUp.figures().size() > MAX_FIGURES_NAMED
                ? new Text("%s 项指标", "%s figures").with(rollUp.figures().size()).in(language)
                : rollUp.figures().stream()
                        .map(code -> Names.figure(code).in(language))
                        .collect(Collectors.joining(new Text("、", ", ").in(language)));
        return rollUp.groupBy().isEmpty()
                ? figures
                : new Text("%s（按%s）", "%s by %s").with(figures, groups()).in(language);
    }

    /** Returns the notes, one sentence each. */
    List<String> sentences() {
        List<Text> sentences = new ArrayList<>(List.of(basis(), boundaries(), kind(), COVERAGE));
        rollUp.breaks().forEach(found -> sentences.add(sentence(found)));
        return sentences.stream().map(sentence -> sentence.in(language)).toList();
    }

    private static Text sentence(RollUp.SeriesBreak found) {
        return found.figure() != null
                ? BREAK.with(Names.figure(found.figure()), years(found))
                : SPLIT.with(found.agency().name(), String.join(", ", found.successors()), years(found));
    }

    private String groups() {
        return rollUp.groupBy().stream()
                .flatMap(code -> Dimension.of(code).stream())
                .map(dimension -> dimension.label().in(language).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(new Text("、", ", ").in(language)));
    }

    private Text basis() {
        return new Text("%s（basis=%s）", "%s (basis=%s)")
                .with(Basis.of(rollUp.basis()).meaning(), rollUp.basis());
    }

    private Text kind() {
        return rollUp.kind() == AgencyKind.GOVERNMENT ? GOVERNMENTS : DEPARTMENTS;
    }

    private Text boundaries() {
        return new Text("%s（boundaries=%s）", "%s (boundaries=%s)")
                .with(Boundaries.fromString(rollUp.boundaries()).meaning(), rollUp.boundaries());
    }

    private static String years(RollUp.SeriesBreak found) {
        return found.years().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
