package org.gongkai.rules.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.report.Contents;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Relation;
import org.gongkai.rules.Rule;
import org.gongkai.rules.RuleChange;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Situation;
import org.gongkai.rules.SuspectCell;
import org.gongkai.rules.Thresholds;
import org.gongkai.text.Text;

/**
 * The rules for one form, in the order in which findings are listed. Each rule is one entry. Forms and years differ
 * only in the conditions of the rules.
 */
public final class RuleBook {

    /**
     * The version of the rules, which receipts name: the year, and a number within it. A change of what any rule finds, or
     * of a rule's severity or formula, needs another one; a test compares the rules with the list of their versions.
     */
    public static final String VERSION = "2026.1";

    /** The format of versions, as a regular expression. */
    public static final String VERSION_PATTERN = "^[0-9]{4}\\.[0-9]{1,4}$";

    /** The number of earlier years that the rules use. */
    public static final int YEARS_OF_HISTORY = FigureJump.MAX_YEARS;

    private static final Text TABLES = new Text("%s，表格及填表说明", "%s, tables and notes");
    private static final Text ARTICLE_50 =
            new Text("《政府信息公开条例》第五十条；%s", "Regulations on Open Government Information, Art. 50; %s");
    private static final Text ARTICLE_49 =
            new Text("《政府信息公开条例》第四十九条", "Regulations on Open Government Information, Art. 49");
    private static final Text CONTINUITY =
            new Text("《政府信息公开条例》第二十条第（一）项；%s", "Regulations on Open Government Information, Art. 20 (一); %s");
    private static final Text LEGISLATION = new Text("《中华人民共和国立法法》第九十一、九十三条", "Legislation Law, Arts 91 and 93");
    private static final Text PROCESSING_FEES =
            new Text("国办函〔2020〕109号《政府信息公开信息处理费管理办法》；%s", "国办函〔2020〕109号 on information processing fees; %s");

    private static final List<Rule> RULES = List.of(
            new Rule(
                    "T3-BALANCE",
                    Severity.ERROR,
                    TABLES,
                    new Text("表三每一列：第一项加第二项之和，等于第三项加第四项之和", "Table 3, each column: rows 一 and 二 equal rows 三 and 四"),
                    new Text(
                            "第一项加第二项之和为 %s，第三项总计加第四项之和为 %s，相差 %s",
                            "Rows 一 + 二 are %s, rows 三（七） + 四 are %s, off by %s"),
                    Arithmetic::balance),
            new Rule(
                    "T3-OUTCOMES",
                    Severity.ERROR,
                    TABLES,
                    new Text(
                            "表三每一列：三（七）总计等于各项办理结果之和",
                            "Table 3, each column: the total handled equals the sum of the outcomes"),
                    new Text(
                            "“三（七）总计”为 %s，各项办理结果之和为 %s，相差 %s",
                            "The total handled is %s, the outcomes add up to %s, off by %s"),
                    Arithmetic::outcomes),
            new Rule(
                    "T3-ROW-TOTAL",
                    Severity.ERROR,
                    TABLES,
                    new Text(
                            "表三每一行：总计等于各类申请人之和",
                            "Table 3, each row: the total equals the sum over the applicant types"),
                    new Text(
                            "总计为 %s，各类申请人之和为 %s，相差 %s", "The total is %s, the applicant types add up to %s, off by %s"),
                    Arithmetic::rowTotals),
            new Rule(
                    "T4-TOTAL",
                    Severity.ERROR,
                    TABLES,
                    new Text("表四每一组：总计等于各类结果之和", "Table 4, each block: the total equals the sum of the results"),
                    new Text("总计为 %s，各类结果之和为 %s，相差 %s", "The total is %s, the results add up to %s, off by %s"),
                    Arithmetic::resultTotals),
            new Rule(
                    "CARRY-OVER",
                    Severity.WARNING,
                    TABLES,
                    new Text(
                            "表三每一列：本年第二项（上年结转）等于上年报告第四项（结转下年度）；承继其他机关的，加上其上年报告第四项",
                            "Table 3, each column: row 二 equals row 四 of last year's report, plus row 四 of the agencies"
                                    + " whose tasks the agency took over"),
                    new Text(
                            "“上年结转”为 %s，上年报告“结转下年度”为 %s，相差 %s",
                            "%s carried over from last year, but last year's report carries forward %s, off by %s"),
                    Arithmetic::carryOver),
            new Rule(
                    "IN-FORCE",
                    Severity.WARNING,
                    CONTINUITY,
                    new Text(
                            "表二：现行有效件数等于上年现行有效件数加本年制发、减本年废止；自然失效或清理的应予说明",
                            "Table 2: documents in force are last year's, plus those issued, minus those repealed;"
                                    + " documents that expired or were cleared must be explained"),
                    new Text(
                            "“现行有效件数”为 %s，按上年报告推算为 %s，相差 %s",
                            "%s in force, but last year's report implies %s, off by %s"),
                    Arithmetic::inForce),
            new Rule(
                    "FIGURE-JUMP",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text(
                            "与本机关前五年（至少一年）的中位数相比没有异常变化",
                            "No unusual change against the median of the agency's previous five years, or of at least"
                                    + " one"),
                    new Text(
                            "本年 %s，前 %s 年中位数 %s，变化异常",
                            "Unusual change: %s this year; the median of the previous %s year(s) is %s"),
                    FigureJump.THRESHOLDS,
                    FigureJump::conditions),
            new Rule(
                    "FIGURE-UNUSUAL",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text(
                            "首次报送的数字不远超同类机关",
                            "The figures of a first report are not far beyond those of the agency's category"),
                    new Text(
                            "本年 %s，远超同类机关的常见上限 %s",
                            "%s this year, far beyond what is usual in the category: at most %s"),
                    FigureUnusual.THRESHOLDS,
                    FigureUnusual::conditions),
            new Rule(
                    "RULE-MAKING",
                    Severity.WARNING,
                    LEGISLATION,
                    new Text(
                            "没有规章制定权的机关不填规章；规章由国务院部门、省级和设区的市级政府制定",
                            "Only departments of the State Council, provinces and cities divided into districts may make"
                                    + " rules"),
                    new Text("规章“%s”为 %s，但本机关没有规章制定权", "Rules · %s is %s, but the agency has no power to make rules"),
                    Authority::ruleMaking),
            new Rule(
                    "SUCCESSION",
                    Severity.WARNING,
                    ARTICLE_49,
                    new Text(
                            "机关与其前身、承继机关不就承继当年分别报送",
                            "An agency and its predecessor or successor do not both report on the year in which the tasks"
                                    + " passed from one to the other"),
                    new Text(
                            "前身或承继机关 %s 已有同一年度生效的报告，请核对是否重复报送",
                            "The predecessor or successor %s has a report in force for the same year; check for double"
                                    + " reporting"),
                    Authority::succession),
            new Rule(
                    "REPORT-COPIED",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text(
                            "年报不与其他机关同一年度的年报完全相同，全部为 0 的除外",
                            "The report must not be the same as that of another agency for the same year, unless all"
                                    + " figures are 0"),
                    new Text(
                            "数字和文字与%s同一年度的年报完全相同，请核对是否报错机关或重复报送",
                            "All figures and texts are the same as in the report of %s for the same year. Check"
                                    + " that it was submitted for the right agency, and only once"),
                    CopiedReport::conditions),
            new Rule(
                    AgainstDepartments.RULE,
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text(
                            "政府年报包含所属部门：各项不少于各部门年报之和，各部门均已报送的应当相等",
                            "A government's report contains its departments: no number is less than the sum of their reports,"
                                    + " and all are equal if every department has reported"),
                    new Text("%s", "%s"),
                    AgainstDepartments.THRESHOLDS,
                    AgainstDepartments::conditions),
            new Rule(
                    "TEXT-REQUESTS",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text("正文所称申请件数与表三一致", "Requests stated in the text agree with table 3"),
                    new Text("%s", "%s"),
                    TextAgainstTables::requests),
            new Rule(
                    "TEXT-DISPUTES",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text("正文所称行政复议、行政诉讼件数与表四一致", "Cases stated in the text agree with table 4"),
                    new Text("%s", "%s"),
                    TextAgainstTables::disputes),
            new Rule(
                    "TEXT-FEES",
                    Severity.WARNING,
                    PROCESSING_FEES,
                    new Text("正文所称收费与表格不矛盾", "Fees stated in the text do not contradict the tables"),
                    new Text("%s", "%s"),
                    TextAgainstTables::fees),
            new Rule(
                    "TEXT-YEAR",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text("正文所述年度为报告年度", "The text is about the report year"),
                    new Text("正文所述年度为 %s，报告年度为 %s", "The text is about %s, the report year is %s"),
                    YearsInText::conditions),
            new Rule(
                    "TEXT-COPIED",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text("文字不照抄上年报告", "The text must not be copied from last year's report"),
                    new Text("与上年报告的文字相似度 %s%%", "The text is %s %% similar to last year's"),
                    Narrative.OF_COPIED,
                    Narrative::copied),
            new Rule(
                    "TEXT-MISSING",
                    Severity.WARNING,
                    ARTICLE_50,
                    new Text(
                            "各部分应有文字；第六部分说明收取信息处理费的情况，没有收取也应说明",
                            "Each section must have a text; section 六 must state processing fees, even if there were"
                                    + " none"),
                    new Text("缺少：%s", "Missing: %s"),
                    Narrative::missing),
            new Rule(
                    "LATE",
                    Severity.INFO,
                    ARTICLE_49,
                    new Text(
                            "部门应于次年 1 月 31 日前、政府应于 3 月 31 日前报送",
                            "Departments submit by 31 January, and governments by 31 March, of the following year"),
                    new Text("首次报送已过期限：%s（北京时间）", "First submitted after the deadline, %s (Beijing time)"),
                    Authority::late),
            new Rule(
                    "FEE-NOTICE",
                    Severity.INFO,
                    PROCESSING_FEES,
                    new Text(
                            "有逾期未缴费的，应已发出收费通知",
                            "If requests were closed for unpaid fees, fee notices must have been issued"),
                    new Text("%s：%s 件。请核对是否发出过收费通知", "%s: %s. Check whether fee notices were issued"),
                    Authority::feeNotices),
            new Rule(
                    "TEXT-ELSEWHERE",
                    Severity.INFO,
                    ARTICLE_50,
                    new Text("正文只写“详见……”的，无法核对", "A text that is only a reference cannot be checked"),
                    new Text("只写“%s”，未能核对", "It only says \"%s\", which cannot be checked"),
                    Narrative::elsewhere));

    private static final Map<Form, RuleBook> BOOKS = new ConcurrentHashMap<>();

    private final Map<Rule, List<? extends Condition>> conditions = new LinkedHashMap<>();

    private RuleBook(Form form, List<RuleChange> changes) {
        Map<String, RuleChange> byRule =
                changes.stream().collect(Collectors.toMap(RuleChange::rule, Function.identity()));
        RULES.forEach(rule -> {
            RuleChange change = byRule.getOrDefault(rule.id(), unchanged(rule));
            change.severity()
                    .ifPresent(severity -> conditions.put(
                            severity == rule.severity() ? rule : rule.withSeverity(severity),
                            rule.conditions().apply(form, change.thresholds())));
        });
    }

    private static RuleChange unchanged(Rule rule) {
        return new RuleChange(rule.id(), Optional.of(rule.severity()), Thresholds.STANDARD);
    }

    /** Returns the rule book of this version. */
    public static RuleBook of(Form form) {
        return BOOKS.computeIfAbsent(form, key -> new RuleBook(key, List.of()));
    }

    /** Returns a rule book with changes, to be tried. It serves {@link #findings} only. */
    public static RuleBook changed(Form form, List<RuleChange> changes) {
        return new RuleBook(form, changes);
    }

    /** Returns all rules, also those that do not apply to every form, in the order in which findings are listed. */
    public static List<Rule> all() {
        return RULES;
    }

    /** Returns all findings about a stored report: also errors, which it had not by the rule book of its time. */
    public List<Finding> findings(Situation situation) {
        return check(situation, rule -> true).toList();
    }

    /** Returns the findings of some rules about a stored report. */
    public List<Finding> findings(Situation situation, Set<String> rules) {
        return check(situation, rule -> rules.contains(rule.id())).toList();
    }

    /** Returns the errors in the arithmetic of a report, in the order of the rules and then of the form. */
    public List<Finding> errors(Contents report) {
        return check(Situation.alone(report), rule -> rule.severity() == Severity.ERROR)
                .toList();
    }

    /** Returns the warnings and information about a report, in the same order. */
    public List<Finding> remarks(Situation situation) {
        return check(situation, rule -> rule.severity() != Severity.ERROR).toList();
    }

    /** Returns the cells that probably explain several errors at once. */
    public List<SuspectCell> suspectCells(Contents report, List<Finding> errors) {
        Situation alone = Situation.alone(report);
        List<Relation> relations = new ArrayList<>();
        Map<Relation, Finding> broken = new LinkedHashMap<>();
        conditions.forEach((rule, places) -> places.stream()
                .filter(place -> rule.severity() == Severity.ERROR)
                .map(Relation.class::cast)
                .filter(relation -> relation.isKnown(alone))
                .forEach(relation -> {
                    relations.add(relation);
                    errors.stream()
                            .filter(finding -> finding.rule().equals(rule.id())
                                    && finding.pointer().equals(relation.pointer()))
                            .forEach(finding -> broken.put(relation, finding));
                }));
        return new RootCauses(report, relations, broken).find();
    }

    /** Returns the rules that apply to the form, in the order in which findings are listed. */
    public List<Rule> rules() {
        return conditions.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the conditions of a rule on the form. */
    public List<? extends Condition> conditions(Rule rule) {
        return conditions.get(rule);
    }

    private Stream<Finding> check(Situation situation, Predicate<Rule> wanted) {
        return conditions.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .flatMap(entry -> entry.getKey().check(entry.getValue(), situation));
    }
}
