package org.gongkai.filing.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final String LONG = "本机关2023年主动公开政府信息若干条，全部通过门户网站和政务新媒体向社会公开发布";

    @Test
    void ignoresBlanksAndTheYear() {
        assertThat(Sentences.of(LONG + "。").keySet())
                .isEqualTo(Sentences.of("　" + LONG.replace("2023", "2024").replace("，", "， ") + "。")
                        .keySet());
    }

    @Test
    void keepsTheSentencesAsWritten_withoutShortOnes() {
        assertThat(Sentences.of("工作总体平稳。" + LONG + "；\n" + LONG + "！").values())
                .containsExactly(LONG + "；", LONG + "！");
    }
}
