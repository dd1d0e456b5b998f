package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnsafeCharacterTest {

    @ParameterizedTest
    @CsvSource({
        "0000, a control character",
        "0001, a control character",
        "000B, a control character",
        "000C, a control character",
        "001F, a control character",
        "007F, a control character",
        "0085, a control character",
        "009F, a control character",
        "D800, an unpaired surrogate",
        "DFFF, an unpaired surrogate",
        "FDD0, a noncharacter",
        "FFFE, a noncharacter",
        "FFFF, a noncharacter",
        "1FFFF, a noncharacter",
        "10FFFE, a noncharacter",
        "202A, a character that changes the direction of the text",
        "202E, a character that changes the direction of the text",
        "2066, a character that changes the direction of the text",
        "2069, a character that changes the direction of the text"
    })
    void isReportedWithItsPlaceAndItsKind(String code, String kind) {
        int character = Integer.parseInt(code, 16);
        String text = "𠮷局" + Character.toString(character) + "\u0001";

        assertThat(UnsafeCharacter.in(text)).contains(new UnsafeCharacter(character, 3));
        assertThat(UnsafeCharacter.in(text).orElseThrow().message().en())
                .isEqualTo("Character 3, U+" + code + ", is " + kind + ", which is not allowed: remove it");
        assertThat(UnsafeCharacter.inName(text)).isEqualTo(UnsafeCharacter.in(text));
        assertThat(UnsafeCharacter.replaced(text)).isEqualTo("𠮷局\uFFFD\uFFFD");
    }

    @Test
    void isNoneOfTheOtherCharacters() {
        long unsafe = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(character ->
                        UnsafeCharacter.in(Character.toString(character)).isPresent())
                .count();

        int controls = 32 - 3 + 33;
        int surrogates = 0x800;
        int noncharacters = 2 * 17 + 32;
        int directions = 5 + 4;
        assertThat(unsafe).isEqualTo(controls + surrogates + noncharacters + directions);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "一\r\n二\t三", "\uFEFF\u200B\u200E\u2028", "𠮷野家", "\uFFFD"})
    void isNotInOrdinaryTexts(String text) {
        assertThat(UnsafeCharacter.in(text)).isEmpty();
        assertThat(UnsafeCharacter.replaced(text)).isSameAs(text);
        assertThat(UnsafeCharacter.removed(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "000A, a line break or a tab",
        "0009, a line break or a tab",
        "2028, a line break or a tab",
        "200B, an invisible character",
        "200E, an invisible character",
        "FE0F, an invisible character",
        "3164, an invisible character"
    })
    void ofANameIsAlsoAnInvisibleOne(String code, String kind) {
        String name = "某" + Character.toString(Integer.parseInt(code, 16)) + "局";

        assertThat(UnsafeCharacter.inName(name).orElseThrow().message().en())
                .isEqualTo("Character 2, U+" + code + ", is " + kind + ", which is not allowed: remove it");
    }

    @Test
    void isRemovedFromDocuments_butItsLineBreakIsKept() {
        assertThat(UnsafeCharacter.removed("一\u0001\uFFFE\u202E二\u000B三\f四\u0085五\t\n"))
                .isEqualTo("一二\n三\n四\n五\t\n");
    }
}
