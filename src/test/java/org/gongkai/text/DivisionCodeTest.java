package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "430281100, 430281100",
        "430281100000, 430281100",
        "430200000000, 430200",
        "430200000, 430200",
        "430000, 430000",
        "430281100201, 430281100201",
        "ZONE-000, zone-000",
        "4302000, 4302000"
    })
    void foldsZerosThatFillUp(String code, String key) {
        assertThat(DivisionCode.key(code)).isEqualTo(key);
    }

    @Test
    void knowsAllSpellingsOfADivision() {
        assertThat(DivisionCode.spellings("430200000")).containsExactly("430200", "430200000", "430200000000");
        assertThat(DivisionCode.spellings("430281100")).containsExactly("430281100", "430281100000");
        assertThat(DivisionCode.spellings("430281100201")).containsExactly("430281100201");
        assertThat(DivisionCode.spellings("Zone-1")).containsExactly("zone-1");
    }

    @ParameterizedTest
    @CsvSource({
        "430212, 430200, false",
        "430212, 430000, false",
        "430212100, 430212000000, false",
        "429004, 420000, false",
        "441900003, 441900, false",
        "430301, 350000, true",
        "430301, 430200, true",
        "430281100, 430212, true",
        "zone-1, 350000, false",
        "430212, zone-1, false"
    })
    void comparesTheDigitsWithThoseOfTheParent(String code, String parent, boolean contradicts) {
        assertThat(DivisionCode.contradicts(code, parent)).isEqualTo(contradicts);
    }
}
