package org.gongkai.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.gongkai.form.statutory.Forms;
import org.gongkai.report.Contents;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Situation;
import org.gongkai.testing.ReportFiles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The years that texts name, in the wordings of published reports. The report year is 2023. */
class YearsInTextTest {

    private static final int YEAR = 2023;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2022年，我局主动公开信息12条。                                   | 2022
            二〇二二年，我局主动公开信息12条。                               | 2022
            ２０２２年，我局主动公开信息12条。                               | 2022
            2 0 2 2 年，我局主动公开信息12条。                               | 2022
            2021年和2022年，我局主动公开信息12条。                           | 2021, 2022
            本报告所列数据的统计期限为2022年1月1日至2022年12月31日，2023年1月公布。 | 2022
            统计期限自2022年1月1日起至12月31日止，2023年1月公布。             | 2022
            根据要求，现公布《某局2022年政府信息公开工作年度报告》。         | 2022
            """)
    void findsTextsAboutAnotherYear(String overview, String years) {
        assertThat(check(overview)).isEqualTo("The text is about " + years + ", the report year is 2023");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年，我局主动公开信息12条，较2022年增加3条。
            二〇二三年，我局主动公开信息12条。
            二零二三年，我局主动公开信息12条。
            本年度，我局主动公开信息12条，与2022年持平。
            根据2019年修订的《中华人民共和国政府信息公开条例》，现公布本年度报告。
            按照《关于做好2022年政务公开工作的通知》，我局主动公开信息12条。
            本报告所列数据的统计期限为2023年1月1日至2023年12月31日，2022年的数据见上年报告。
            全年主动公开信息12条。
            编号12022年
            """)
    void acceptsTextsAboutTheReportYear(String overview) {
        assertThat(check(overview)).isNull();
    }

    private static String check(String overview) {
        ObjectNode content =
                (ObjectNode) ReportFiles.of("430212-finance", YEAR).content().deepCopy();
        content.put("overview", overview);
        Contents report = Contents.of(YEAR, Forms.of(YEAR).orElseThrow(), content, Set.of());
        return RuleBook.of(report.form()).remarks(Situation.alone(report)).stream()
                .filter(finding -> finding.rule().equals("TEXT-YEAR"))
                .map(Finding::message)
                .map(message -> message.en())
                .findFirst()
                .orElse(null);
    }
}
