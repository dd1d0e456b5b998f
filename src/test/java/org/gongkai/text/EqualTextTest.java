package org.gongkai.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EqualTextTest {

    private static final Pattern NOT_PRINTED =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Zs}\\p{Zl}\\p{Zp}\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}\u180B-\u180D]");

    @ParameterizedTest
    @CsvSource({
        "⼈⺠政府, 人民政府",
        "⻔⼝, 门口",
        "⺟⻢⻋⻓⻄, 母马车长西",
        "神社, 神社",
        "㇐㇑, 一丨",
        "ＡＢＣ１２３（一）, ABC123(一)",
        "㈱①, (株)1",
        "渌口区 财政局, 渌口区　财政局",
        "Gov, gov"
    })
    void equatesCharactersThatLookAlike(String one, String other) {
        assertThat(EqualText.areEqual(one, other)).isTrue();
        assertThat(EqualText.unified(EqualText.unified(one))).isEqualTo(EqualText.unified(one));
    }

    @ParameterizedTest
    @CsvSource({"财政局, 民政局", "己, 已", "5件, 6件", "土, 士", "株洲市财政局, 株洲财政局"})
    void distinguishesTextsThatLookDifferent(String one, String other) {
        assertThat(EqualText.areEqual(one, other)).isFalse();
    }

    @Test
    void ignoresEveryInvisibleAndBlankCharacter() {
        List<Integer> visible = notPrinted()
                .filter(character -> !EqualText.areEqual("财政" + Character.toString(character) + "局", "财政局"))
                .boxed()
                .toList();

        assertThat(visible).isEmpty();
    }

    @Test
    void findsATextOfInvisibleAndBlankCharactersBlank() {
        String text = notPrinted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(EqualText.isBlank(text)).isTrue();
        assertThat(EqualText.trimmed(text + "局" + text)).isEqualTo("局");
        assertThat(EqualText.isBlank(text + ".")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {'a', '一', '件', '5', '。', '-', 0x3007, 0x1F600, 0x20087, 0x300})
    void keepsVisibleCharacters(int character) {
        assertThat(Characters.isInvisible(character)).isFalse();
        assertThat(Characters.isBlank(character)).isFalse();
    }

    /** The classes of Unicode, independent of the implementation. */
    private static IntStream notPrinted() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(character -> {
            String text = Character.toString(character);
            return NOT_PRINTED.matcher(text).matches();
        });
    }
}
