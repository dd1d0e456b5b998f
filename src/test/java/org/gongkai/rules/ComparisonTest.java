package org.gongkai.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** Both texts have the same length and the same 32-bit hash. */
    private static final String FIRST = "Aa本年无收费";

    private static final String SECOND = "BB本年无收费";

    @Test
    void identifiesTextsBySha256() {
        assertThat(FIRST).hasSameSizeAs(SECOND).hasSameHashCodeAs(SECOND);

        assertThat(Comparison.ofTexts(FIRST)).isNotEqualTo(Comparison.ofTexts(SECOND));
        assertThat(Comparison.ofTexts(FIRST).key())
                .isEqualTo("ffb2e5a935085826b0a9f74792cdb32f069c82a34ebeb862357e827df2491bac");
        assertThat(Comparison.ofTexts(FIRST, SECOND).key()).matches("[0-9a-f]{64}\\|[0-9a-f]{64}");
        assertThat(Comparison.ofTexts(FIRST, SECOND)
                        .hasKey(Comparison.ofTexts(SECOND, FIRST).key()))
                .isFalse();
    }

    @Test
    void recognizesTheFormerKeyOfTexts() {
        String former = FIRST.length() + ":" + Integer.toHexString(FIRST.hashCode());

        assertThat(Comparison.ofTexts(FIRST).hasKey(former)).isTrue();
        assertThat(Comparison.ofTexts(FIRST).isSameAs(Comparison.ofKey(former))).isTrue();
        assertThat(Comparison.ofKey(former).isSameAs(Comparison.ofTexts(FIRST))).isTrue();
        assertThat(Comparison.ofTexts(FIRST, FIRST).hasKey(former + "|" + former))
                .isTrue();
        assertThat(Comparison.ofTexts("其他").hasKey(former)).isFalse();
    }

    @Test
    void identifiesNumbersByThemselves() {
        Comparison comparison = Comparison.ofNumbers(new BigDecimal("1.50"), BigDecimal.TEN);

        assertThat(comparison.key()).isEqualTo("1.5|10");
        assertThat(comparison).isEqualTo(Comparison.ofKey("1.5|10")).isNotEqualTo(Comparison.ofKey("10|1.5"));
    }
}
