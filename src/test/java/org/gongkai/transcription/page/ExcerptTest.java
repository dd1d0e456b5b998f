package org.gongkai.transcription.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

    /** One character of two UTF-16 code units. */
    private static final String RARE = "\uD842\uDFB7";

    @Test
    void keepsShortTexts() {
        assertThat(Excerpt.of("公开", 2)).isEqualTo("公开");
        assertThat(Excerpt.of(RARE + RARE, 2)).isEqualTo(RARE + RARE);
        assertThat(Excerpt.ofEnd("公开", 2)).isEqualTo("公开");
    }

    @Test
    void cutsOffTheEndAndMarksTheCut() {
        assertThat(Excerpt.of("政府信息公开", 4)).isEqualTo("政府信息…");
    }

    @Test
    void cutsOffTheBeginning() {
        assertThat(Excerpt.ofEnd("政府信息公开", 2)).isEqualTo("公开");
    }

    @Test
    void neverSplitsASurrogatePair() {
        assertThat(Excerpt.of("公" + RARE + "开", 1)).isEqualTo("公…");
        assertThat(Excerpt.of("公" + RARE + "开", 2)).isEqualTo("公" + RARE + "…");
        assertThat(Excerpt.ofEnd("公" + RARE + "开", 1)).isEqualTo("开");
        assertThat(Excerpt.ofEnd("公" + RARE + "开", 2)).isEqualTo(RARE + "开");
    }
}
