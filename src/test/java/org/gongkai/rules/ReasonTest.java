package org.gongkai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @ValueSource(strings = {"误报", "第一行\r\n第二行\t续", "𠮷"})
    void acceptsTexts(String reason) {
        assertThat(Reason.check("/reason", reason)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\n", "\u200B\uFE0F\u3164", "\u2800"})
    void refusesTextsWithoutAVisibleCharacter(String reason) {
        assertThat(Reason.check("/reason", reason))
                .hasValueSatisfying(
                        finding -> assertThat(finding.message().zh()).contains("1 至 2000 字"));
    }

    @Test
    void refusesUnsafeCharacters_withTheirPlace() {
        assertThat(Reason.check("/0/reason", "误报\u202E")).hasValueSatisfying(finding -> {
            assertThat(finding.pointer()).isEqualTo("/0/reason");
            assertThat(finding.message().zh()).isEqualTo("第 3 个字符 U+202E 是改变文字方向的字符，不能使用，请删去");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "。, 0",
        "…………, 0",
        "1234567, 0",
        "情况属实, 4",
        "情况属实情况属实。, 4",
        "５ 件自然失效, 5",
        "Ａ a A, 1",
        "no nO, 2",
        "𠮷𠮷野, 2"
    })
    void countsDifferentLetters(String reason, int content) {
        assertThat(Reason.content(reason)).isEqualTo(content);
    }

    @Test
    void refusesTextsThatSayTooLittle_withTheNumbers() {
        assertThat(Reason.check("/reason", "清理后失效", 100, 5)).isEmpty();
        assertThat(Reason.check("/reason", "情况属实！", 100, 5))
                .hasValueSatisfying(finding ->
                        assertThat(finding.message().zh()).isEqualTo("内容过少：至少要有 5 个不同的字，现有 4 个；标点、空格、数字和重复的字不计"));
        assertThat(Reason.check("/reason", "。", 100, 0)).isEmpty();
        assertThat(Reason.check("/reason", "清理后失效", 4, 5))
                .hasValueSatisfying(
                        finding -> assertThat(finding.message().zh()).contains("1 至 4 字"));
    }
}
