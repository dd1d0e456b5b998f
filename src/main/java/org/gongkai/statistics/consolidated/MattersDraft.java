package org.gongkai.statistics.consolidated;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.statistics.consolidated.SectionTexts.Sentence;

/**
 * A draft of section 六: what departments say about information processing fees, and their other matters. It counts
 * departments and quotes their sentences. Amounts are quoted and not added up, because a text may name several.
 */
final class MattersDraft {

    private static final int MAX_QUOTES = 10;
    private static final int MAX_OTHERS = 3;

    private static final Pattern FEE = Pattern.compile("信息处理费|收费通知|收费");
    private static final Pattern NONE = Pattern.compile("(未|没有|无|不)[^，,]{0,8}(收取|产生|发生|发出|收费|信息处理费)|信息处理费(为)?\\s*0");
    private static final Pattern NOTHING_ELSE = Pattern.compile("(没有|无)[^，,]{0,4}其他(需要)?(报告|说明)?(的)?事项");

    /** The statement of a report about fees. */
    private enum Fees {
        NONE,
        CHARGED,
        NOT_STATED
    }

    private final List<SectionTexts> texts;

    MattersDraft(List<SectionTexts> texts) {
        this.texts = texts;
    }

    String text() {
        Map<Fees, List<SectionTexts>> byFees = texts.stream().collect(Collectors.groupingBy(MattersDraft::fees));
        return "收取信息处理费情况：已读取的 %d 份年度报告中，说明未收取的 %d 份，说明已收取或者情况需核实的 %d 份，没有说明的 %d 份。%s%s"
                .formatted(
                        texts.size(),
                        size(byFees, Fees.NONE),
                        size(byFees, Fees.CHARGED),
                        size(byFees, Fees.NOT_STATED),
                        charged(byFees.getOrDefault(Fees.CHARGED, List.of())),
                        others());
    }

    private static int size(Map<Fees, List<SectionTexts>> byFees, Fees fees) {
        return byFees.getOrDefault(fees, List.of()).size();
    }

    /** Returns the statement of a report. One that denies fees in one sentence and names them in another needs a look. */
    private static Fees fees(SectionTexts report) {
        List<Sentence> about =
                report.matterSentences().filter(MattersDraft::isAboutFees).toList();
        if (about.isEmpty()) {
            return Fees.NOT_STATED;
        }
        return about.stream().allMatch(MattersDraft::deniesFees) ? Fees.NONE : Fees.CHARGED;
    }

    private static boolean isAboutFees(Sentence sentence) {
        return FEE.matcher(sentence.text()).find();
    }

    private static boolean deniesFees(Sentence sentence) {
        return NONE.matcher(sentence.text()).find();
    }

    private static String charged(List<SectionTexts> reports) {
        Quotations found = quotations(reports, sentence -> isAboutFees(sentence) && !deniesFees(sentence));
        return found.isEmpty() ? "" : "其中：%s。".formatted(found.of(MAX_QUOTES));
    }

    private String others() {
        Quotations found = quotations(
                texts,
                sentence -> !isAboutFees(sentence)
                        && !NOTHING_ELSE.matcher(sentence.text()).find());
        return found.isEmpty() ? "" : "\n其他事项：%d 个部门写有其他事项。如：%s。".formatted(found.departments(), found.of(MAX_OTHERS));
    }

    private static Quotations quotations(List<SectionTexts> reports, Predicate<Sentence> which) {
        return new Quotations(reports.stream()
                .flatMap(SectionTexts::matterSentences)
                .filter(which)
                .toList());
    }
}
