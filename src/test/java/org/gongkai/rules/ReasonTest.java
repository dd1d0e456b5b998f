package org.gongkai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
}
