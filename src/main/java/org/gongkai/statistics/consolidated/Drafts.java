package org.gongkai.statistics.consolidated;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.Contents;

/**
 * Drafts of the texts of a consolidated report, in Chinese, as the report is. They are made from the figures and texts of the
 * departments alone: an office must check and complete them before it uses them.
 *
 * @param note the remark that these are drafts
 * @param overview a draft of section 一: the sums in words, with their changes on the year before
 * @param problemsAndImprovements a draft of section 五: the problems that most departments name, with quotations
 * @param otherMatters a draft of section 六: what departments say about information processing fees, and other matters
 * @param textsRead the number of reports whose texts were read, at most 1,000: the first by code
 * @param compared the number of departments with reports of both years, by which the changes are computed; 0 if nothing is
 *     compared
 */
public record Drafts(
        String note,
        String overview,
        String problemsAndImprovements,
        String otherMatters,
        @Schema(minimum = "0", maximum = "1000") long textsRead,
        @Schema(minimum = "0") long compared) {

    /** The largest number of reports whose texts are read. */
    static final int MAX_TEXTS = 1_000;

    /** The largest number of characters that are read of a text. */
    static final int MAX_LENGTH = 20_000;

    private static final String MARK = "【草稿】";

    private static final String NOTE = "第一、五、六部分为草稿：根据各部门年度报告的数据和文字自动整理，未经审定，须经本机关核实、修改后使用。";

    /**
     * Makes the drafts.
     *
     * @param overview section 一
     * @param texts the texts of the departments
     */
    static Drafts of(OverviewDraft overview, List<SectionTexts> texts) {
        return new Drafts(
                NOTE,
                MARK + overview.text(),
                MARK + new ProblemsDraft(texts).text(),
                MARK + new MattersDraft(texts).text(),
                texts.size(),
                overview.bothYears().map(OverviewDraft.BothYears::departments).orElse(0L));
    }

    /** Returns the sums with the drafts as texts. */
    Contents in(Contents sum) {
        return new Contents(
                sum.year(),
                sum.form(),
                sum.figures(),
                Map.of(
                        "overview", overview,
                        "problemsAndImprovements", problemsAndImprovements,
                        "otherMatters", otherMatters));
    }
}
