package org.gongkai.registry.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelephoneTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0733-28681234         | 0733-28681234",
                "073328681234          | 0733-28681234",
                "0733 28681234         | 0733-28681234",
                "(0733)28681234        | 0733-28681234",
                "（０７３３）２８６８１２３４   | 0733-28681234",
                "0733－28681234         | 0733-28681234",
                "0733—28681234         | 0733-28681234",
                "010-66001234          | 010-66001234",
                "021 5555 1234         | ",
                "0598-8012345          | 0598-8012345",
                "28681234              | 28681234",
                "0733-28681234-8012    | 0733-28681234转8012",
                "0733-28681234转8012    | 0733-28681234转8012",
                "0733-28681234 转 8012  | 0733-28681234转8012",
                "0733-28681234分机8012   | 0733-28681234转8012",
                "0733-28681234 ext. 12 | 0733-28681234转12",
                "13800138000           | 13800138000",
                "138 0013 8000         | 13800138000",
                "138-0013-8000         | 13800138000",
                "+86 13800138000       | 13800138000",
                "+86-733-28681234      | ",
                "0086 0733-28681234    | 0733-28681234",
                "400-820-8820          | 400-820-8820",
                "4008208820            | 400-820-8820",
                "12345                 | 12345",
                "0733-28681234、13800138000 | 0733-28681234、13800138000",
                "0733-28681234/ 28685678转1 | 0733-28681234、28685678转1"
            })
    void foldsTheWaysToWriteANumber(String given, String folded) {
        assertThat(Telephone.folded(given).orElse(null)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "、",
                "13800138000、",
                "1380013800",
                "23800138000123",
                "李明",
                "1.38E+10",
                "73328681234",
                "0733-12345678",
                "0733-28681234转",
                "=13800138000",
                "13800138000、13800138001、13800138002、13800138003、13800138004、13800138005"
            })
    void refusesOtherTexts(String given) {
        assertThat(Telephone.folded(given)).isEmpty();
    }
}
