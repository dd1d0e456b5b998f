package org.gongkai.form.statutory;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.math.BigDecimal;
import org.gongkai.form.Form;
import org.junit.jupiter.api.Test;

class CountedTest {

    private static final Documents NONE = new Documents(0, 0, 0);

    @Test
    void acceptsEveryCountThatTheFormAllows() {
        assertThatNoException().isThrownBy(() -> new Documents(0, 1, Form.MAX_COUNT));
    }

    @Test
    void refusesInvalidCounts() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Documents(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new DisputeResults(0, 0, 0, Form.MAX_COUNT + 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Applicants(0, 0, 0, 0, 0, 0, -1));
    }

    @Test
    void refusesInvalidAmounts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProactiveDisclosure(NONE, NONE, 0, 0, 0, new BigDecimal("-0.01")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProactiveDisclosure(NONE, NONE, 0, 0, 0, new BigDecimal("1000000000")));
    }
}
