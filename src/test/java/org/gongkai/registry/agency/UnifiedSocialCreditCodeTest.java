package org.gongkai.registry.agency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnifiedSocialCreditCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"113708290043337186", "113304830025582868", "113417030032499282", "11341702486344515H"})
    void acceptsCodesOfRealAgencies(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11330100MA27XW1300",
                "113708290043337187",
                "113708290043337168",
                "11341702486344515h",
                "1134170248634451IH",
                "11370829004333718",
                "1137082900433371860",
                "1.13708E+17",
                ""
            })
    void refusesInvalidCodes(String code) {
        assertThat(UnifiedSocialCreditCode.isValid(code)).isFalse();
    }
}
