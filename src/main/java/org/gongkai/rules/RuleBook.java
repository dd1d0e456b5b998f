package org.gongkai.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.report.Figures;
import org.gongkai.report.Form;
import org.gongkai.report.Text;

/** The rules for one form, in the order in which findings are listed. */
public final class RuleBook {

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "T3-BALANCE",
                    Severity.ERROR,
                    new Text("表三每一列：第一项加第二项之和，等于第三项加第四项之和", "Table 3, each column: rows 一 and 二 equal rows 三 and 四"),
                    new Text(
                            "第一项加第二项之和为 %s，第三项总计加第四项之和为 %s，相差 %s",
                            "Rows 一 + 二 are %s, rows 三（七） + 四 are %s, off by %s"),
                    Arithmetic::balance),
            new Rule(
                    "T3-OUTCOMES",
                    Severity.ERROR,
                    new Text(
                            "表三每一列：三（七）总计等于各项办理结果之和",
                            "Table 3, each column: the total handled equals the sum of the outcomes"),
                    new Text(
                            "三（七）总计填 %s，各项办理结果之和为 %s，相差 %s",
                            "The total handled is %s, the outcomes add up to %s, off by %s"),
                    Arithmetic::outcomes),
            new Rule(
                    "T3-ROW-TOTAL",
                    Severity.ERROR,
                    new Text(
                            "表三每一行：总计等于各类申请人之和",
                            "Table 3, each row: the total equals the sum over the applicant types"),
                    new Text(
                            "总计填 %s，各类申请人之和为 %s，相差 %s", "The total is %s, the applicant types add up to %s, off by %s"),
                    Arithmetic::rowTotals),
            new Rule(
                    "T4-TOTAL",
                    Severity.ERROR,
                    new Text("表四每一组：总计等于各类结果之和", "Table 4, each block: the total equals the sum of the results"),
                    new Text("总计填 %s，各类结果之和为 %s，相差 %s", "The total is %s, the results add up to %s, off by %s"),
                    Arithmetic::resultTotals));

    private static final Map<Form, RuleBook> BOOKS = new ConcurrentHashMap<>();

    private final Map<Rule, List<Relation>> relations = new LinkedHashMap<>();

    private RuleBook(Form form) {
        RULES.forEach(rule -> relations.put(rule, rule.relations().apply(form)));
    }

    public static RuleBook of(Form form) {
        return BOOKS.computeIfAbsent(form, RuleBook::new);
    }

    /** Every relation that does not hold, by rule and then in print order. */
    public List<Fault> check(Figures figures) {
        return relations.entrySet().stream()
                .flatMap(entry -> check(entry.getKey(), entry.getValue(), figures))
                .toList();
    }

    /** All rules, in the order in which findings are listed. */
    public static List<Rule> rules() {
        return RULES;
    }

    /** The places where the rule applies. */
    public List<Relation> relations(String rule) {
        return relations.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(rule))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalArgumentException("No rule " + rule));
    }

    private static Stream<Fault> check(Rule rule, List<Relation> relations, Figures figures) {
        return relations.stream().flatMap(relation -> relation.check(rule, figures).stream());
    }
}
