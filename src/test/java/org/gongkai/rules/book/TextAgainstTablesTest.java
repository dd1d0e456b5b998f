package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.form.Form;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Situation;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Wordings of real reports are compared with tables with 74 new requests and 1 carried over, 3 cases of
 * reconsideration, 5 and 2 of litigation, and fees of 24,252.311082 万元.
 */
class TextAgainstTablesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022年，我委共收到政府信息公开申请74件。",
                "全年收到公民、法人和其他组织提出的政府信息公开申请７４件，均按期答复",
                "共收到依申请公开74条，其中网络申请70件、信函申请4件",
                "收到各类政府信息公开申请共计 74 件",
                "收到政府信息公开申请七十四件",
                "全年共收办政府信息公开申请案件75件",
                "全区受理政府信息公开申请 74 件",
                "办理依申请公开75件",
                "与2021年收到政府信息公开申请70件相比略有增加。",
                "其中市本级收到政府信息公开申请12件",
                "上年收到信息公开申请70件；本年收到74件申请",
                "第一季度收到政府信息公开申请12件",
                "收到公众意见382条，收到行政复议申请3件",
                "335项审批事项无差别受理，收到许可申请2,293件",
                "未收到投诉，也没有收到行政复议机关的意见",
                "引起行政复议3件、行政诉讼7件",
                "因公开引发行政复议案件3起，行政诉讼案件共7起",
                "行政复议和行政诉讼共10件",
                "未经行政复议直接提起诉讼的占多数",
                "收到政府信息公开申请300余件",
                "行政事业性收费24252.31万元",
                "行政事业性收费收入为242523110.82元",
                "收取信息处理费2950元，涉及申请25件",
                "本年没有收取信息处理费",
                "收到政府信息公开申请柒拾肆件",
                "收到政府信息公开申请74（件）",
                "收到政府信息公开申请（含上年结转1件）75件",
                "收到政府信息公开申请75件（含上年结转1件）",
                "收到（含上年结转1件）政府信息公开申请共计75件",
                "收到政府信息公开申请5 3件",
                "收到政府信息公开申请5<br>3件",
                "收到政府信息公开申请5³件",
                "引起行政复议（含上年未结1件）叁件、行政诉讼7（件）",
                "行政事业性收费（万元）：24252.31",
                "行政事业性收费24,252.31万元"
            })
    void agrees(String text) {
        assertThat(found(text)).isEmpty();
    }

    /** Ordinals of rows alone, such as 一, are not understood without the form. */
    @Test
    void namesTheCellAsTheFormPrintsIt() {
        assertThat(found("收到政府信息公开申请75件"))
                .singleElement()
                .extracting(finding -> finding.message().zh())
                .asString()
                .contains("一、本年新收政府信息公开申请数量", "总计为 74");
        assertThat(found("共收办政府信息公开申请76件"))
                .singleElement()
                .extracting(finding -> finding.message().zh())
                .asString()
                .contains("一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "总计为 75");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2022年，我委共收到政府信息公开申请75件。|TEXT-REQUESTS|75|74",
                "全年收到政府信息公开申请1,074件|TEXT-REQUESTS|1074|74",
                "收到政府信息公开申请一百零四件|TEXT-REQUESTS|104|74",
                "全年共收办政府信息公开申请案件76件|TEXT-REQUESTS|76|75",
                "本机关未收到过信息公开申请。|TEXT-REQUESTS|0|74",
                "收到政府信息公开申请壹拾件|TEXT-REQUESTS|10|74",
                "收到政府信息公开申请廿三件|TEXT-REQUESTS|23|74",
                "收到政府信息公开申请卅件|TEXT-REQUESTS|30|74",
                "收到政府信息公开申请两百件|TEXT-REQUESTS|200|74",
                "收到政府信息公开申请二〇件|TEXT-REQUESTS|20|74",
                "收到政府信息公开申请貳佰零叁件|TEXT-REQUESTS|203|74",
                "收到政府信息公开申请23（件）|TEXT-REQUESTS|23|74",
                "收到政府信息公开申请 23 （ 件 ）|TEXT-REQUESTS|23|74",
                "收到政府信息公开申请数量（件）：23。|TEXT-REQUESTS|23|74",
                "收到政府信息公开申请（含上年结转2件）23件|TEXT-REQUESTS|23|75",
                "收到政府信息公开申请共计（含上年结转2件）廿三件|TEXT-REQUESTS|23|75",
                "收到政府信息公开申请23件（含上年结转2件）|TEXT-REQUESTS|23|75",
                "收到（其中网络12件）政府信息公开申请23件|TEXT-REQUESTS|23|74",
                "收到政府信息公开申请1，005件|TEXT-REQUESTS|1005|74",
                "收到政府信息公开申请 １’００５ 件|TEXT-REQUESTS|1005|74",
                "收到政府信息公开申请⑤件|TEXT-REQUESTS|5|74",
                "收到政府信息公开申请<b>5</b>&nbsp;件|TEXT-REQUESTS|5|74",
                "收到政府信息公开⽂件申请⼆⼗件|TEXT-REQUESTS|20|74",
                "引起行政复议案件（含上年1件）贰件、行政诉讼案件7件|TEXT-DISPUTES|2|3",
                "行政事业性收费（万元）：24252.32。|TEXT-FEES|24252.32|24252.311082",
                "行政事业性收费壹万元|TEXT-FEES|1|24252.311082",
                "共收到依申请公开0件，其中网络申请0件|TEXT-REQUESTS|0|74",
                "引起行政复议案件2件、行政诉讼案件7件|TEXT-DISPUTES|2|3",
                "因公开引发行政复议3起、行政诉讼1起|TEXT-DISPUTES|1|7",
                "行政复议3件，没有因信息公开被提起行政诉讼|TEXT-DISPUTES|0|7",
                "行政复议、行政诉讼共9件|TEXT-DISPUTES|9|10",
                "行政事业性收费24252.32万元|TEXT-FEES|24252.32|24252.311082",
                "行政事业性收费10000元|TEXT-FEES|1|24252.311082",
                "本年未收取行政事业性收费|TEXT-FEES|0|24252.311082"
            })
    void contradicts(String text, String rule, String stated, String printed) {
        List<Finding> found = found(text);

        assertThat(found).extracting(Finding::rule).containsExactly(rule);
        assertThat(found.get(0).pointer()).isEqualTo("/overview");
        assertThat(found.get(0).left()).isEqualByComparingTo(stated);
        assertThat(found.get(0).right()).isEqualByComparingTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"没有产生因信息公开引起的行政复议和行政诉讼。", "未收到政府信息公开类行政复议申请及行政诉讼案件", "行政复议0件，行政诉讼0件"})
    void reportsEachStatementOnItsOwn(String text) {
        List<Finding> found = found(text);

        assertThat(found).extracting(Finding::rule).containsExactly("TEXT-DISPUTES", "TEXT-DISPUTES");
        assertThat(found).extracting(Finding::pointer).containsOnly("/overview");
        assertThat(found)
                .extracting(finding -> finding.left() + " " + finding.right())
                .containsExactly("0 3", "0 7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"收取信息处理费3940元|3940", "本年共收取政府信息公开信息处理费0元|", "未收取信息处理费|"})
    void requiresRequestsIfProcessingFeesWereCharged(String text, String contradicted) {
        Contents none = report(
                (ObjectNode) ReportFiles.of("430212-finance", 2023).content().deepCopy(), 2023, text);

        Stream<Finding> fees = RuleBook.of(Forms.OF_2021).remarks(Situation.alone(none)).stream()
                .filter(finding -> finding.rule().equals("TEXT-FEES"));

        assertThat(fees.map(finding -> finding.left().toPlainString()))
                .isEqualTo(contradicted == null ? List.of() : List.of(contradicted));
    }

    /** The text has the maximum length of a section. It must not cause endless matching or a stack overflow. */
    @ParameterizedTest
    @ValueSource(
            strings = {"无", ".", "(", "件)", "(件)1", "收到(申请", "其中行政复议1件", "收到收到", "未", "行政复议的申请的", "1,", "九万", "收到申请9"})
    void readsTextsWithoutMeaningInReasonableTime(String nonsense) {
        int times = Form.MAX_TEXT / nonsense.length();

        assertThat(found(nonsense.repeat(times)))
                .allMatch(finding -> finding.rule().startsWith("TEXT-"));
    }

    private static List<Finding> found(String text) {
        ObjectNode content =
                (ObjectNode) ReportFiles.of("350128-gov", 2022).content().deepCopy();
        ((ObjectNode) content.at("/disputes/reconsideration")).put("total", 3);
        ((ObjectNode) content.at("/disputes/litigation/direct")).put("total", 5);
        ((ObjectNode) content.at("/disputes/litigation/afterReconsideration")).put("total", 2);
        ((ObjectNode) content.at("/proactiveDisclosure")).put("administrativeFees", 24252.311082);
        return RuleBook.of(Forms.OF_2021).remarks(Situation.alone(report(content, 2022, text))).stream()
                .filter(finding -> finding.rule().matches("TEXT-(REQUESTS|DISPUTES|FEES)"))
                .toList();
    }

    private static Contents report(ObjectNode content, int year, String overview) {
        return Contents.of(year, Forms.OF_2021, content.put("overview", overview), Set.of());
    }
}
