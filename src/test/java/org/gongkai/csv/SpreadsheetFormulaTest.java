package org.gongkai.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetFormulaTest {

    private static final String ALPHABET = "'\"‘“=+-@|;,\t\r\n \u3000\u00A0\u200B＝＋－＠﹢﹣﹦﹫a局1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "|cmd",
                "\t1",
                "\r1",
                "＝1",
                "＋1",
                "－1",
                "＠x",
                "｜x",
                "﹢1",
                "﹣1",
                "﹦1",
                "﹫x",
                "\u22121",
                "'=1",
                "\"=1",
                "＇=1",
                "“=1",
                " =1",
                "\u3000=1",
                "\u200B=1",
                " '\" =1",
                "'\t1",
                "\n=1"
            })
    void guardsEveryBeginning(String text) {
        assertThat(SpreadsheetFormula.is(text)).isTrue();
        assertThat(SpreadsheetFormula.guarded(text)).startsWith("'" + text.charAt(0));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "x;=1+1, x;'=1+1",
                "x; @y, x;' @y",
                "x;y;-z, x;y;'-z",
                "x;'=1, x;''=1",
                "=a;=b, '=a;'=b",
            })
    void guardsThePartsOfOtherSeparators(String text, String guarded) {
        for (char separator : ";,|\t\n\r".toCharArray()) {
            String separated = text.replace(';', separator);

            assertThat(SpreadsheetFormula.guarded(separated)).isEqualTo(guarded.replace(';', separator));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a;b=c",
                "a=b",
                "财政局（国资办）",
                "财政, \"金融\"; 税务",
                "'引号'",
                "“放管服”办公室",
                "2023-01-31",
                "350128-finance",
                "a；=b"
            })
    void keepsOtherTexts(String text) {
        assertThat(SpreadsheetFormula.is(text)).isFalse();
        assertThat(SpreadsheetFormula.guarded(text)).isEqualTo(text);
        assertThat(SpreadsheetFormula.unguarded(text)).isEqualTo(text);
    }

    @Test
    void restoresEveryText() {
        Random random = new Random(20_260_102);
        int[] characters = ALPHABET.codePoints().toArray();
        for (int round = 0; round < 200_000; round++) {
            String text = random.ints(random.nextInt(8), 0, characters.length)
                    .map(index -> characters[index])
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(SpreadsheetFormula.unguarded(SpreadsheetFormula.guarded(text)))
                    .isEqualTo(text);
        }
    }

    /** A time that grows with the square of the length would be hours. */
    @ParameterizedTest
    @ValueSource(strings = {"\n'", "\n", "'", "\t", "'\t", ";'", "=;\t\n' "})
    void takesLittleTimeForLongTexts(String part) {
        String text = part.repeat(1_000_000);

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(SpreadsheetFormula.unguarded(SpreadsheetFormula.guarded(text)))
                        .isEqualTo(text));
    }

    @Test
    void guardsTextsButNoNumbers() {
        String csv = Csv.write(
                List.of("a", "b", "c", "d"),
                Stream.of(List.of("=1", -1, new BigDecimal("-1.50"), LocalDate.of(2024, 1, 31))));

        assertThat(csv).isEqualTo("a,b,c,d\r\n'=1,-1,-1.50,2024-01-31\r\n");
    }
}
