package org.gongkai.filing.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;

/**
 * The place of a rule in a diagnosis, and what an agency should do about a finding.
 *
 * @param rule id of the rule
 * @param topic the part of the diagnosis
 * @param action what to do
 */
record RuleAdvice(String rule, Topic topic, Text action) {

    private static final Text SUM =
            new Text("核对该行（列）各数，改正其中有误的一项", "Check each number of the row or column, and correct the wrong one");

    private static final Text EXPLAIN_OR_CORRECT =
            new Text("核对台账；有误的更正，无误的书面说明", "Check the records; correct the number, or explain why it is right");

    private static final Text TEXT_OR_TABLE =
            new Text("核对正文和表格，更正其中有误的一处", "Compare the text with the table, and correct the one that is wrong");

    private static final List<RuleAdvice> ALL = List.of(
            new RuleAdvice(
                    Finding.SHAPE,
                    Topic.ARITHMETIC,
                    new Text("按规定格式补全或者改正此项", "Complete or correct this place as the form requires")),
            new RuleAdvice("T3-BALANCE", Topic.ARITHMETIC, SUM),
            new RuleAdvice("T3-OUTCOMES", Topic.ARITHMETIC, SUM),
            new RuleAdvice("T3-ROW-TOTAL", Topic.ARITHMETIC, SUM),
            new RuleAdvice("T4-TOTAL", Topic.ARITHMETIC, SUM),
            new RuleAdvice(
                    "CARRY-OVER",
                    Topic.LAST_YEAR,
                    new Text(
                            "与上年年报“结转下年度继续办理”核对；上年有误的先更正上年年报，其余的书面说明",
                            "Compare with the requests carried forward in last year's report; correct the report that is"
                                    + " wrong, or explain the difference")),
            new RuleAdvice(
                    "IN-FORCE",
                    Topic.LAST_YEAR,
                    new Text(
                            "核对本年制发、废止件数；自然失效或者清理的，书面说明件数",
                            "Check the documents issued and repealed; explain how many expired or were cleared")),
            new RuleAdvice("FIGURE-JUMP", Topic.LAST_YEAR, EXPLAIN_OR_CORRECT),
            new RuleAdvice("FIGURE-UNUSUAL", Topic.PEERS, EXPLAIN_OR_CORRECT),
            new RuleAdvice(
                    "CONSOLIDATION",
                    Topic.PEERS,
                    new Text(
                            "与所属部门年报逐项核对，更正政府年报或者部门年报，或者书面说明",
                            "Compare with the reports of the departments; correct either report, or explain the difference")),
            new RuleAdvice("TEXT-REQUESTS", Topic.OWN_TEXT, TEXT_OR_TABLE),
            new RuleAdvice("TEXT-DISPUTES", Topic.OWN_TEXT, TEXT_OR_TABLE),
            new RuleAdvice("TEXT-FEES", Topic.OWN_TEXT, TEXT_OR_TABLE),
            new RuleAdvice("TEXT-YEAR", Topic.OWN_TEXT, new Text("改正正文中的年度", "Correct the year in the text")),
            new RuleAdvice("TEXT-MISSING", Topic.OWN_TEXT, new Text("补写缺少的部分", "Write the section that is missing")),
            new RuleAdvice(
                    "TEXT-ELSEWHERE",
                    Topic.OWN_TEXT,
                    new Text("把所指文件的内容写入正文", "Write into the text what the other document says")),
            new RuleAdvice(
                    "FEE-NOTICE",
                    Topic.OWN_TEXT,
                    new Text("核对收费通知，并在第六部分写明", "Check the fee notices, and state them in section 六")),
            new RuleAdvice(
                    "TEXT-COPIED",
                    Topic.COPIED,
                    new Text("按本年度实际情况重写这一部分，或者书面说明", "Write the section about this year, or explain why it is right")),
            new RuleAdvice(
                    "REPORT-COPIED",
                    Topic.COPIED,
                    new Text(
                            "核对是否报错机关或者重复报送；确属巧合的书面说明",
                            "Check that it was submitted for the right agency and only once, or explain")),
            new RuleAdvice(
                    "RULE-MAKING",
                    Topic.OTHER,
                    new Text("规章应填 0；确有规章制定权的书面说明", "State 0 rules, or explain the power to make rules")),
            new RuleAdvice(
                    "SUCCESSION",
                    Topic.OTHER,
                    new Text(
                            "与前身或者承继机关核对，重复报送的撤回其中一份", "Check with the other agency, and withdraw one of two reports")),
            new RuleAdvice("LATE", Topic.OTHER, new Text("下一年度按期报送", "Submit by the deadline next year")));

    private static final Map<String, RuleAdvice> BY_RULE =
            ALL.stream().collect(Collectors.toMap(RuleAdvice::rule, Function.identity()));

    /** Returns the advice about a rule. A stored finding of a rule that no longer exists belongs to the last part. */
    static RuleAdvice of(String rule) {
        return BY_RULE.getOrDefault(rule, new RuleAdvice(rule, Topic.OTHER, EXPLAIN_OR_CORRECT));
    }

    static Set<String> rules() {
        return BY_RULE.keySet();
    }
}
