package org.gongkai.statistics.consolidated;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Figure;
import org.gongkai.form.Unit;
import org.gongkai.report.Contents;
import org.gongkai.rules.Violation;

/**
 * A draft of section 一: the sums in the words of an office, some with their change on the year before. Changes are those of
 * the departments that are in the sums of both years: otherwise a report that is missing would look like a change.
 *
 * @param organ the name of the district
 * @param sum the sums
 * @param bothYears the sums of the departments with reports of both years; empty if there are none
 * @param reports the number of reports in the sums
 * @param expected the number of reports expected
 */
record OverviewDraft(String organ, Contents sum, Optional<BothYears> bothYears, long reports, long expected) {

    private static final String COMPARED = "比上年的增减，按两年均已汇总的 %d 个部门计算。";

    /** Marks a change that does not follow from the number before it, as only some departments are in both sums. */
    private static final String OF_SOME = "按 %d 个部门的可比口径，";

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    /**
     * A number of the text.
     *
     * @param code code of the figure
     * @param words the words before it
     * @param unit the unit after it
     * @param compared whether it is compared with the year before
     */
    private record Phrase(String code, String words, String unit, boolean compared) {}

    /**
     * The sums of the departments with reports of both years.
     *
     * @param now the sums of the year
     * @param before the sums of the year before, on its form
     * @param departments the number of these departments
     */
    record BothYears(Contents now, Contents before, long departments) {}

    private static final List<Phrase> DISCLOSURE = List.of(
            new Phrase("proactiveDisclosure.rules.issued", "制发规章", "件", false),
            new Phrase("proactiveDisclosure.normativeDocuments.issued", "制发行政规范性文件", "件", true),
            new Phrase("proactiveDisclosure.normativeDocuments.repealed", "废止", "件", false),
            new Phrase("proactiveDisclosure.normativeDocuments.inForce", "现行有效", "件", true),
            new Phrase("proactiveDisclosure.licensingDecisions", "作出行政许可决定", "件", true),
            new Phrase("proactiveDisclosure.penaltyDecisions", "行政处罚决定", "件", true),
            new Phrase("proactiveDisclosure.compulsoryMeasureDecisions", "行政强制决定", "件", true),
            new Phrase("proactiveDisclosure.administrativeFees", "收取行政事业性收费", "万元", true));

    private static final List<Phrase> REQUESTS = List.of(
            new Phrase("requests.newlyReceived", "新收政府信息公开申请", "件", true),
            new Phrase("requests.carriedOver", "上年结转", "件", false),
            new Phrase("requests.outcomes.total", "办理完毕", "件", true),
            new Phrase("requests.carriedForward", "结转下年度继续办理", "件", false));

    private static final List<Phrase> OUTCOMES = List.of(
            new Phrase("requests.outcomes.disclosed", "予以公开", "件", false),
            new Phrase("requests.outcomes.partlyDisclosed", "部分公开", "件", false),
            new Phrase("requests.outcomes.refused", "不予公开", "件", false),
            new Phrase("requests.outcomes.unableToProvide", "无法提供", "件", false),
            new Phrase("requests.outcomes.notProcessed", "不予处理", "件", false),
            new Phrase("requests.outcomes.otherHandling", "其他处理", "件", false));

    private static final List<Phrase> DISPUTES = List.of(
            new Phrase("disputes.reconsideration.total", "因政府信息公开被申请行政复议", "件", true),
            new Phrase("disputes.reconsideration.corrected", "其中结果纠正", "件", false),
            new Phrase("disputes.litigation", "被提起行政诉讼", "件", true));

    String text() {
        return Stream.of(
                        "%d年，%s应报送政府信息公开工作年度报告 %d 份，已汇总 %d 份。".formatted(sum.year(), organ, expected, reports),
                        paragraph("主动公开", DISCLOSURE),
                        paragraph("依申请公开", REQUESTS),
                        paragraph("办理结果", OUTCOMES),
                        paragraph("行政复议、行政诉讼", DISPUTES),
                        bothYears
                                .map(both -> COMPARED.formatted(both.departments()))
                                .orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** Returns a paragraph; nothing if the form has none of its figures. */
    private String paragraph(String subject, List<Phrase> phrases) {
        String text = phrases.stream().flatMap(phrase -> words(phrase).stream()).collect(Collectors.joining("，"));
        return text.isEmpty() ? null : subject + "方面：" + text + "。";
    }

    private Optional<String> words(Phrase phrase) {
        return value(sum, phrase.code())
                .map(value -> phrase.words() + " " + Violation.plain(value) + " " + phrase.unit()
                        + (phrase.compared() ? change(phrase) : ""));
    }

    private String change(Phrase phrase) {
        return bothYears
                .flatMap(both -> value(both.now(), phrase.code()).flatMap(now -> value(both.before(), phrase.code())
                        .map(before -> "（" + (both.departments() < reports ? OF_SOME.formatted(both.departments()) : "")
                                + change(now, before, phrase.unit()) + "）")))
                .orElse("");
    }

    private static String change(BigDecimal value, BigDecimal before, String unit) {
        BigDecimal difference = value.subtract(before);
        if (difference.signum() == 0) {
            return "与上年持平";
        }
        String direction = difference.signum() > 0 ? "增加" : "减少";
        String absolute = "比上年%s %s %s".formatted(direction, Violation.plain(difference.abs()), unit);
        return before.signum() <= 0 ? absolute : absolute + "，" + percent(difference, before);
    }

    private static String percent(BigDecimal difference, BigDecimal before) {
        BigDecimal percent = difference.abs().multiply(PERCENT).divide(before, 1, RoundingMode.HALF_UP);
        return (difference.signum() > 0 ? "增长 " : "下降 ") + Violation.plain(percent) + "%";
    }

    /** Returns the sum of a figure over its leaves; empty if the form does not have it, or counts it in another unit. */
    private static Optional<BigDecimal> value(Contents contents, String code) {
        return contents.form()
                .figure(code)
                .filter(figure -> figure.unit() != Unit.ITEM)
                .map(figure -> value(contents, figure));
    }

    private static BigDecimal value(Contents contents, Figure figure) {
        return figure.total().map(total -> contents.figures().at(total)).orElseGet(() -> figure.leaves().stream()
                .map(leaf -> contents.form().figure(leaf).orElseThrow())
                .flatMap(leaf -> leaf.total().stream())
                .map(total -> contents.figures().at(total))
                .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}
