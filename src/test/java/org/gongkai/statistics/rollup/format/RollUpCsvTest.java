package org.gongkai.statistics.rollup.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongkai.statistics.rollup.format.SampleRollUp.FEES;
import static org.gongkai.statistics.rollup.format.SampleRollUp.RECEIVED;
import static org.gongkai.statistics.rollup.format.SampleRollUp.as;
import static org.gongkai.statistics.rollup.format.SampleRollUp.row;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.parameter.Labels;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollUpCsvTest {

    private static final RollUp ALL_KEYS = SampleRollUp.of(
            List.of("figure", "year", "district", "category", "agency", "applicantType"),
            row(2023, "渌口区", RECEIVED, "12", 3, 4));

    @Test
    void labelsRegisteredEntriesByCodeAndName_andOthersByCode_byDefault() {
        assertThat(csv(ALL_KEYS, as(RollUpFormat.CSV)))
                .isEqualTo("year,district,districtName,category,categoryName,agency,agencyName,applicantType,"
                        + "figure,value,reports,expected,late,nil,nilStated\r\n"
                        + "2023,D渌口区,渌口区,finance,财政,430212-finance,渌口区财政局,naturalPerson,"
                        + "requests.newlyReceived,12,3,4,0,0,0\r\n");
    }

    @Test
    void labelsByCode() {
        assertThat(csv(ALL_KEYS, as(RollUpFormat.CSV, Labels.CODES, Language.ZH)))
                .isEqualTo(
                        "year,district,category,agency,applicantType,figure,value,reports,expected,late,nil,nilStated\r\n"
                                + "2023,D渌口区,finance,430212-finance,naturalPerson,requests.newlyReceived,12,3,4,0,0,0\r\n");
    }

    @Test
    void labelsByName_inTheLanguageOfTheCaller() {
        assertThat(csv(ALL_KEYS, as(RollUpFormat.CSV, Labels.NAMES, Language.ZH)))
                .isEqualTo(
                        "year,districtName,categoryName,agencyName,applicantTypeName,figureName,value,reports,expected,late,nil,nilStated\r\n"
                                + "2023,渌口区,财政,渌口区财政局,自然人,表三 · 一、本年新收政府信息公开申请数量,12,3,4,0,0,0\r\n");
        assertThat(csv(ALL_KEYS, as(RollUpFormat.CSV, Labels.NAMES, Language.EN)))
                .endsWith(
                        "2023,渌口区,财政,渌口区财政局,Natural persons,Table 3 · 一、Requests newly received this year,12,3,4,0,0,0\r\n");
    }

    @Test
    void labelsByCodeAndName() {
        assertThat(csv(ALL_KEYS, as(RollUpFormat.CSV, Labels.BOTH, Language.ZH)))
                .isEqualTo("year,district,districtName,category,categoryName,agency,agencyName,"
                        + "applicantType,applicantTypeName,figure,figureName,value,reports,expected,late,nil,nilStated\r\n"
                        + "2023,D渌口区,渌口区,finance,财政,430212-finance,渌口区财政局,naturalPerson,自然人,"
                        + "requests.newlyReceived,表三 · 一、本年新收政府信息公开申请数量,12,3,4,0,0,0\r\n");
    }

    @Test
    void distinguishesRowsWithTheSameLabelOnTheForm() {
        RollUp totals = SampleRollUp.of(
                List.of("figure"),
                row(2023, "渌口区", "disputes.reconsideration.total", "1", 1, 1),
                row(2023, "渌口区", "disputes.litigation.direct.total", "2", 1, 1),
                row(2023, "渌口区", "disputes", "3", 1, 1));

        assertThat(csv(totals, as(RollUpFormat.CSV, Labels.NAMES, Language.ZH)))
                .isEqualTo("figureName,value,reports,expected,late,nil,nilStated\r\n"
                        + "表四 · 行政复议 · 总计,1,1,1,0,0,0\r\n"
                        + "表四 · 行政诉讼 · 未经复议直接起诉 · 总计,2,1,1,0,0,0\r\n"
                        + "表四 · 政府信息公开行政复议、行政诉讼情况,3,1,1,0,0,0\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "12|12",
                "-18|-18",
                "5949.088667|5949.088667",
                "9007199254740993|9007199254740993",
                "123456789012345678.123456|123456789012345678.123456",
                "1E+3|1000",
                "0.0000001|0.0000001",
                "|``"
            })
    void writesEveryDigitOfAValue_andAnEmptyCellForNoValue(String value, String cell) {
        RollUp rollUp = SampleRollUp.of(List.of(), row(2023, "渌口区", RECEIVED, value, 0, 0));

        assertThat(csv(rollUp, as(RollUpFormat.CSV)))
                .isEqualTo("figure,value,reports,expected,late,nil,nilStated\r\n" + RECEIVED + "," + cell
                        + ",0,0,0,0,0\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", " =1+1", "＝1"})
    void writesNoFormulas(String name) {
        RollUp rollUp = SampleRollUp.of(List.of("district"), row(2023, name, RECEIVED, "12", 3, 4));

        assertThat(csv(rollUp, as(RollUpFormat.CSV, Labels.NAMES, Language.ZH)))
                .contains("\r\n'" + name + ",")
                .endsWith(",12,3,4,0,0,0\r\n");
    }

    @Test
    void quotesCommasQuotesAndLineBreaks() {
        RollUp rollUp = SampleRollUp.of(List.of("district"), row(2023, "甲,\"乙\"\n丙", RECEIVED, "12", 3, 4));

        assertThat(csv(rollUp, as(RollUpFormat.CSV, Labels.NAMES, Language.ZH))).contains("\r\n\"甲,\"\"乙\"\"\n丙\",");
    }

    @Test
    void writesOnlyAHeaderWithoutRows() {
        assertThat(csv(SampleRollUp.of(List.of("year")), as(RollUpFormat.CSV)))
                .isEqualTo("year,figure,value,reports,expected,late,nil,nilStated\r\n");
    }

    @Test
    void startsWithAByteOrderMarkOnRequest() {
        Representation marked =
                new Representation(RollUpFormat.CSV, Optional.empty(), true, Language.ZH, new CanonicalUri(""));

        assertThat(SampleRollUp.bytes(
                        RollUpCsv::write, SampleRollUp.of(List.of("year"), row(2023, "渌口区", FEES, "1", 1, 1)), marked))
                .startsWith(0xEF, 0xBB, 0xBF, 'y')
                .endsWith('0', '\r', '\n');
    }

    private static String csv(RollUp rollUp, Representation representation) {
        return new String(SampleRollUp.bytes(RollUpCsv::write, rollUp, representation), StandardCharsets.UTF_8);
    }
}
