package org.gongkai.rules.book;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.form.Cell;
import org.gongkai.form.Figure;
import org.gongkai.form.Form;
import org.gongkai.report.Contents;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Judgement;
import org.gongkai.rules.ProseNumbers;
import org.gongkai.rules.Statement;
import org.gongkai.rules.Violation;
import org.gongkai.text.Text;

/**
 * Compares the numbers stated in the texts with the tables. Recognises the wordings of real reports, and only the first
 * statement of each kind in a section, as later ones are mostly a breakdown of it. Unrecognised wordings are ignored.
 */
final class TextAgainstTables {

    private static final String WORDS = "[^。;,\\d]{0,40}?";
    private static final String ANY_WORDS = WORDS + "(?:\\([^()]{0,60}\\)" + WORDS + ")?";

    private static final Wording RECEIVED = Wording.of(
            "申请",
            "(?<verb>收到|新收|接收|接到|收办|受理|办理)" + ANY_WORDS
                    + "(?:依申请公开(?:申请)?|申请)(?:件|案件|事项|数量|件数|总数|总量|数|量)?" + ProseNumbers.LEADING_TO_NUMBER
                    + "(?<number>" + ProseNumbers.NUMBER + ")" + ProseNumbers.COUNTER + "(?=(?<remark>"
                    + ProseNumbers.REMARK + "))");
    private static final Wording RECEIVED_NONE =
            Wording.of("申请", "(?:未|没有|无|尚未)曾?(?<verb>收到|接收|接到|受理)" + ANY_WORDS + "(?:依申请公开|申请)(?![^。;,\\d]{0,6}\\d)");
    private static final Set<String> NEW = Set.of("收到", "新收", "接收", "接到");
    private static final String CARRIED_OVER = "结转";
    private static final Pattern OTHER_MATTER = Pattern.compile("复议|诉讼|意见|许可|审批|建议|提案|投诉");
    private static final Predicate<Matcher> ABOUT_REQUESTS =
            found -> !OTHER_MATTER.matcher(Statement.words(found)).find();

    private static final String CASES = "(?:申请|案件|事项|情况|数量|的)*+(?:发生)?" + ProseNumbers.LEADING_TO_NUMBER;
    private static final String NEGATION = "(?:未(?!经)|没有|无(?!正当|法)|不存在)[^。;,\\d]{0,30}?";
    private static final Wording RECONSIDERATIONS = cases("行政复议");
    private static final Wording LITIGATIONS = cases("行政诉讼");
    private static final Wording BOTH = Wording.of(
            "行政诉讼",
            "行政复议(?:申请|案件)?(?:和|及|、|与|或|以及)(?:提起)?行政诉讼" + CASES + "(?<number>" + ProseNumbers.NUMBER + ")"
                    + ProseNumbers.COUNTER);
    private static final Wording NO_RECONSIDERATION = Wording.of("行政复议", NEGATION + "行政复议(?!机关|决定)(?![^。;,]{0,6}\\d)");
    private static final Wording NO_LITIGATION = Wording.of("行政诉讼", NEGATION + "行政诉讼(?![^。;,]{0,6}\\d)");

    private static final String NEWLY_RECEIVED = "requests.newlyReceived";
    private static final String CARRIED = "requests.carriedOver";
    private static final String FEE_UNPAID = "requests.outcomes.otherHandling.feeUnpaid";

    private static final String AMOUNT = "(?<number>" + ProseNumbers.NUMBER + ")(?<unit>万元|元)";
    private static final Wording FEES = Wording.of("行政事业性收费", "行政事业性收费(?:收入|金额|总额)?[^。;,\\d]{0,12}?" + AMOUNT);
    private static final Wording NO_FEES = Wording.of("行政事业性收费", "(?:未|没有|无)(?:收取|产生|发生)?(?:任何)?行政事业性收费");
    private static final Wording PROCESSING_FEES =
            Wording.of("处理费", "(?:信息|公开)处理费(?:用)?" + ProseNumbers.LEADING_TO_NUMBER + AMOUNT);
    private static final Wording NO_FEE_NOTICE = Wording.of("收费通知", "(?:未|没有|无)[^。;,]{0,10}收费通知");

    private TextAgainstTables() {}

    /**
     * Compares requests received (收到) with row 一, and requests handled (收办, 受理, 办理), or received with those carried
     * over, with row 一, or rows 一 and 二.
     */
    static List<Condition> requests(Form form) {
        return inEachText(
                form,
                new Check(new Text("正文所称收到数 = 一", "Requests received in the text = 一"), TextAgainstTables::received),
                new Check(
                        new Text("正文所称办理数 = 一，或 一 + 二", "Requests handled in the text = 一, or 一 + 二"),
                        TextAgainstTables::handled));
    }

    /** Compares cases of reconsideration and litigation with the totals of table 四. */
    static List<Condition> disputes(Form form) {
        return inEachText(
                form,
                new Check(
                        new Text(
                                "正文所称行政复议件数 = 表四行政复议总计",
                                "Cases of reconsideration in the text = their total in table 4"),
                        TextAgainstTables::reconsiderations),
                new Check(
                        new Text(
                                "正文所称行政诉讼件数 = 表四行政诉讼两项总计之和",
                                "Cases of litigation in the text = the sum of their totals in table 4"),
                        TextAgainstTables::litigations),
                new Check(
                        new Text(
                                "正文所称行政复议与行政诉讼合计件数 = 表四总计之和",
                                "Cases of reconsideration and litigation together in the text = the sum of the totals in"
                                        + " table 4"),
                        TextAgainstTables::disputesTogether));
    }

    /** Compares administrative fees with table 二. Processing fees require requests for which they can be charged. */
    static List<Condition> fees(Form form) {
        return inEachText(
                form,
                new Check(
                        new Text("正文所称行政事业性收费 = 表二收费金额", "Administrative fees in the text = table 2"),
                        TextAgainstTables::administrativeFees),
                new Check(
                        new Text("没有申请则无信息处理费", "No processing fees without requests"),
                        TextAgainstTables::processingFees),
                new Check(new Text("三（六）2 > 0 则有收费通知", "Fee notices if 三（六）2 > 0"), TextAgainstTables::feeNotices));
    }

    private static Optional<Contradiction> received(Contents report, String text) {
        return first(RECEIVED, report, text, ABOUT_REQUESTS.and(TextAgainstTables::ofNewRequests))
                .or(() -> none(RECEIVED_NONE, report, text, ABOUT_REQUESTS))
                .flatMap(stated ->
                        contradiction(stated, "一", place(report, NEWLY_RECEIVED), number(report, NEWLY_RECEIVED)));
    }

    private static Optional<Contradiction> handled(Contents report, String text) {
        BigDecimal fresh = number(report, NEWLY_RECEIVED);
        BigDecimal all = fresh.add(number(report, CARRIED));
        Text places = new Text("%s + %s", "%s + %s").with(place(report, NEWLY_RECEIVED), place(report, CARRIED));
        return first(RECEIVED, report, text, ABOUT_REQUESTS.and(found -> !ofNewRequests(found)))
                .filter(stated -> stated.number().compareTo(fresh) != 0)
                .flatMap(stated -> contradiction(stated, "一 + 二", places, all));
    }

    /** Returns whether a number counts new requests only. A remark may say that it contains those carried over. */
    private static boolean ofNewRequests(Matcher found) {
        return NEW.contains(found.group("verb")) && !(found.group() + found.group("remark")).contains(CARRIED_OVER);
    }

    private static Optional<Contradiction> reconsiderations(Contents report, String text) {
        return statesTogether(report, text)
                ? Optional.empty()
                : first(RECONSIDERATIONS, report, text, found -> true)
                        .or(() -> none(NO_RECONSIDERATION, report, text, found -> true))
                        .flatMap(stated -> contradiction(
                                stated,
                                "行政复议总计",
                                new Text("表四行政复议总计", "total of reconsideration in table 4"),
                                reconsiderations(report)));
    }

    private static Optional<Contradiction> litigations(Contents report, String text) {
        return statesTogether(report, text)
                ? Optional.empty()
                : first(LITIGATIONS, report, text, found -> true)
                        .or(() -> none(NO_LITIGATION, report, text, found -> true))
                        .flatMap(stated -> contradiction(
                                stated,
                                "行政诉讼两项总计之和",
                                new Text("表四行政诉讼两项总计之和", "totals of litigation in table 4"),
                                litigations(report)));
    }

    private static Optional<Contradiction> disputesTogether(Contents report, String text) {
        return first(BOTH, report, text, found -> true)
                .flatMap(stated -> contradiction(
                        stated,
                        "行政复议与行政诉讼总计",
                        new Text("表四行政复议与行政诉讼总计", "reconsideration and litigation in table 4"),
                        reconsiderations(report).add(litigations(report))));
    }

    /** Returns whether the text states one number for both; it then mostly breaks that number down. */
    private static boolean statesTogether(Contents report, String text) {
        return first(BOTH, report, text, found -> true).isPresent();
    }

    private static BigDecimal reconsiderations(Contents report) {
        return number(report, "disputes.reconsideration.total");
    }

    private static BigDecimal litigations(Contents report) {
        return number(report, "disputes.litigation.direct.total")
                .add(number(report, "disputes.litigation.afterReconsideration.total"));
    }

    private static Optional<Contradiction> administrativeFees(Contents report, String text) {
        Optional<BigDecimal> fees = known(report, "proactiveDisclosure.administrativeFees");
        Optional<Statement> stated = found(FEES, report, text)
                .map(found -> new Statement(found.group(), tenThousands(found)))
                .findFirst()
                .or(() -> none(NO_FEES, report, text, found -> true));
        return fees.flatMap(printed -> stated.filter(
                        statement -> rounded(printed, statement).compareTo(statement.number()) != 0)
                .flatMap(statement -> contradiction(
                        statement, "表二收费金额（万元）", new Text("表二收费金额（万元）", "fees in table 2 (CNY 10,000)"), printed)));
    }

    private static Optional<Contradiction> processingFees(Contents report, String text) {
        BigDecimal requests = number(report, NEWLY_RECEIVED).add(number(report, CARRIED));
        return requests.signum() > 0
                ? Optional.empty()
                : first(PROCESSING_FEES, report, text, found -> true)
                        .flatMap(stated -> contradiction(
                                stated,
                                "没有申请时可收的信息处理费",
                                new Text("没有申请时可收的信息处理费", "processing fees where there are no requests"),
                                BigDecimal.ZERO));
    }

    private static Optional<Contradiction> feeNotices(Contents report, String text) {
        return known(report, FEE_UNPAID).flatMap(unpaid -> none(NO_FEE_NOTICE, report, text, found -> true)
                .flatMap(stated -> contradiction(stated, "三（六）2", place(report, FEE_UNPAID), unpaid)));
    }

    /** Rounds an amount of the table to the decimals of the text, where amounts are often rounded. */
    private static BigDecimal rounded(BigDecimal printed, Statement stated) {
        return printed.setScale(
                Math.min(printed.scale(), Math.max(0, stated.number().scale())), RoundingMode.HALF_UP);
    }

    private static BigDecimal tenThousands(Matcher found) {
        BigDecimal number = ProseNumbers.number(found.group("number"));
        return found.group("unit").equals("元") ? number.movePointLeft(4) : number;
    }

    private static Wording cases(String kind) {
        return Wording.of(
                kind, "(?:" + kind + CASES + "(?<number>" + ProseNumbers.NUMBER + ")" + ProseNumbers.COUNTER + ")");
    }

    private static Optional<Statement> first(Wording wording, Contents report, String text, Predicate<Matcher> wanted) {
        return found(wording, report, text).filter(wanted).map(Statement::of).findFirst();
    }

    private static Optional<Statement> none(Wording wording, Contents report, String text, Predicate<Matcher> wanted) {
        return found(wording, report, text)
                .filter(wanted)
                .map(Statement::ofNone)
                .findFirst();
    }

    /** Returns the matches lazily: each element is the matcher itself, positioned at a match. */
    private static Stream<Matcher> found(Wording wording, Contents report, String text) {
        if (!text.contains(wording.word())) {
            return Stream.empty();
        }
        Matcher matcher = wording.pattern().matcher(text);
        return Stream.iterate(matcher.find(), found -> found, found -> matcher.find())
                .map(found -> matcher)
                .filter(found -> Statement.isAbout(report.year(), text, found));
    }

    private static BigDecimal number(Contents report, String code) {
        return known(report, code).orElse(BigDecimal.ZERO);
    }

    private static Optional<BigDecimal> known(Contents report, String code) {
        return total(report, code).filter(report.figures()::has).map(report.figures()::at);
    }

    /** Returns the place of the total of a figure, as the form prints it. */
    private static Text place(Contents report, String code) {
        return total(report, code).orElseThrow().place();
    }

    private static Optional<Cell> total(Contents report, String code) {
        return report.form().figure(code).flatMap(Figure::total);
    }

    private static Optional<Contradiction> contradiction(Statement stated, String key, Text place, BigDecimal number) {
        return stated.number().compareTo(number) == 0
                ? Optional.empty()
                : Optional.of(new Contradiction(stated, key, place, number));
    }

    private static List<Condition> inEachText(Form form, Check... checks) {
        return form.texts().stream()
                .flatMap(section -> Stream.of(checks)
                        .<Condition>map(
                                check -> Judgement.of(section, check.formula(), situation -> check.contradiction()
                                        .apply(situation.report(), situation.prose(section))
                                        .map(TextAgainstTables::violation))))
                .toList();
    }

    private static Violation violation(Contradiction found) {
        String stated = Violation.plain(found.stated().number());
        String printed = Violation.plain(found.number());
        return new Violation(
                new Text("%s[%s] ≠ %s[%s]", "%s[%s] ≠ %s[%s]")
                        .with(found.stated().quote(), stated, found.place(), printed),
                found.stated().number(),
                found.number(),
                Comparison.ofKey(found.key() + ":" + stated + "|" + printed),
                List.of(new Text("正文“%s”即 %s，%s为 %s", "The text says \"%s\", which means %s; %s: %s")
                        .with(found.stated().quote(), stated, found.place(), printed)));
    }

    /** A wording, with a word that it contains. Most texts do not contain the word, which is a fast first check. */
    private record Wording(String word, Pattern pattern) {

        static Wording of(String word, String expression) {
            return new Wording(word, Pattern.compile(expression));
        }
    }

    /**
     * A number in the text that differs from the number in the table.
     *
     * @param stated the statement in the text
     * @param key the short name of the number in the table, which is part of the key of stored explanations
     * @param place the place of the number in the table, for people
     * @param number the number in the table
     */
    private record Contradiction(Statement stated, String key, Text place, BigDecimal number) {}

    /**
     * A comparison of one statement with the tables.
     *
     * @param formula the demand
     * @param contradiction finds a contradiction between a report and one of its texts
     */
    private record Check(Text formula, BiFunction<Contents, String, Optional<Contradiction>> contradiction) {}
}
