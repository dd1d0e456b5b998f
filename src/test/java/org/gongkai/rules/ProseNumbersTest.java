package org.gongkai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProseNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "零, 0",
        "三百一十九, 319",
        "一万零二, 10002",
        "二〇二四, 2024",
        "二○二四, 2024",
        "壹拾, 10",
        "叁佰壹拾玖, 319",
        "貳仟零伍, 2005",
        "廿三, 23",
        "卅, 30",
        "一百卌五, 145",
        "两千两百, 2200",
        "兩萬, 20000",
        "十, 10"
    })
    void readsChineseNumbers(String written, String value) {
        assertThat(written).matches(ProseNumbers.NUMBER);
        assertThat(ProseNumbers.number(written)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,005件|1005件",
                "1，005，000件|1005000件",
                "１’００５件|1005件",
                "23（件）|23件",
                "廿三（件）|廿三件",
                "数量（件）：23。|数量:23件。",
                "金额（万元）为 5.5|金额为5.5万元",
                "（件）2023年|(件)2023年",
                "5²件|5 2件",
                "申请⑤件|申请5件",
                "5 件|5件",
                "5 3件|5 3件",
                "2023，100件|2023,100件",
                "5, 300件|5, 300件",
                "1. 5件|1. 5件",
                "二 三件|二 三件"
            })
    void writesNumbersInOneSpelling(String text, String normalized) {
        assertThat(ProseNumbers.normalized(text)).isEqualTo(normalized);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r\n", "\u2028", "\u2029", "\u0085", "\u000B", "<br>", "</p><p>", "\t", " ", "\u3000"})
    void neverJoinsNumbersThatAreSeparated(String separator) {
        assertThat(ProseNumbers.normalized("5" + separator + "300件")).isEqualTo("5 300件");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200B", "\u2060", "\u00AD", "\uFEFF", "\uFE0F", "\u0001", "<wbr>", "<b></b>", "\u2009", "\u202F"
            })
    void joinsDigitsThatAreNotSeparatedInPrint(String invisible) {
        assertThat(ProseNumbers.normalized("5" + invisible + "300件")).isEqualTo("5300件");
    }
}
