package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gongkai.text.Characters;
import org.gongkai.text.EqualText;
import org.gongkai.text.InlineMarkup;

/** Reads numbers from Chinese prose. */
public final class ProseNumbers {

    /** The units and digits of Chinese numbers: ordinary ones, those of accounts (壹贰叁), and 廿, 卅, 卌. */
    private static final String CHINESE = "零〇○一二两兩三四五六七八九十百千万廿卅卌壹贰貳弍叁參参叄肆伍陆陸柒捌玖拾佰仟萬";

    private static final String ARABIC_NUMBER = "(?<!\\d)\\d{1,16}(?:\\.\\d{1,6})?(?!\\d)";

    /**
     * Matches a number in a text, in Arabic or Chinese digits, with at most as many digits as a figure of the form has.
     */
    public static final String NUMBER = "(?:" + ARABIC_NUMBER + "|[" + CHINESE + "]{1,16})";

    /** Matches the measure words that follow a number of requests or cases. */
    public static final String COUNTER = "(?:件|份|条|次|宗|起|个|例)";

    /** Matches a remark in brackets, such as （含上年结转2件）, or nothing. */
    public static final String REMARK = "(?:\\([^()]{0,60}\\))?";

    /** Matches the words between a noun and its number. */
    public static final String LEADING_TO_NUMBER = REMARK + "(?:共计|共|合计|总计|为|有|达)?:?" + REMARK;

    private static final String UNIT = "(?:" + COUNTER + "|万元|元)";

    /** Matches a unit in brackets after its number: 23（件）. */
    private static final Pattern UNIT_IN_BRACKETS =
            Pattern.compile("(" + NUMBER + ")\\s*\\(\\s*(" + UNIT + ")次?\\s*\\)");

    /** Matches a unit in brackets before its number: 申请数量（件）：23。 */
    private static final Pattern UNIT_BEFORE_NUMBER = Pattern.compile("\\(\\s*(" + UNIT
            + ")次?\\s*\\)\\s*((?:共计|共|合计|总计|为)?\\s*:?)\\s*(" + NUMBER + ")(?=\\s*(?:[。;,、()]|$)|[ \\t]*\\n)");

    /** Matches numbers that NFKC would join to the digit beside them: a superscript, ①, ½. */
    private static final Pattern OTHER_NUMBER = Pattern.compile("\\p{No}");

    /** Matches the narrow spaces that separate thousands in print. */
    private static final Pattern NARROW_SPACE =
            Pattern.compile("(?<=\\p{Nd})[\\u2009\\u202F](?=\\p{Nd}{3}(?!\\p{Nd}))");

    private static final char THIN_SPACE = '\u2009';
    private static final char NARROW_NO_BREAK_SPACE = '\u202F';
    private static final char APOSTROPHE = '\'';

    private static final Pattern THOUSANDS =
            Pattern.compile("(?<![\\d.,'])\\d{1,3}([,'’])\\d{3}(?:\\1\\d{3})*(?![,'’]?\\d)");

    /** The characters of numbers. Without the blanks between two of them, two numbers would become one. */
    private static final String OF_NUMBERS = "0123456789.," + CHINESE;

    private static final String DIGITS = "零一二三四五六七八九";

    /** The ordinary sign of each other sign. */
    private static final Map<Character, Character> ORDINARY = pairs("〇零○零两二兩二壹一贰二貳二弍二叁三參三参三叄三肆四伍五陆六陸六柒七捌八玖九拾十佰百仟千萬万");

    private static final Map<String, String> TENS = Map.of("廿", "二十", "卅", "三十", "卌", "四十");

    private ProseNumbers() {}

    /**
     * Returns a text as its reader sees it, in one spelling: without markup, invisible characters, full-width forms,
     * brackets around units, thousands separators, and blanks. One blank is kept between numbers, which must not become
     * one number.
     */
    public static String normalized(String text) {
        String shown = apart(InlineMarkup.removed(text));
        String unified = withPlainBlanks(EqualText.unified(shown));
        String joined =
                THOUSANDS.matcher(unified).replaceAll(found -> found.group().replace(found.group(1), ""));
        return withoutBlanks(unitsAfterNumbers(joined));
    }

    /** Keeps characters apart that the unified text would join to the digits beside them. */
    private static String apart(String text) {
        String separated = OTHER_NUMBER.matcher(text).replaceAll(" $0 ");
        return separated.indexOf(THIN_SPACE) < 0 && separated.indexOf(NARROW_NO_BREAK_SPACE) < 0
                ? separated
                : NARROW_SPACE.matcher(separated).replaceAll(String.valueOf(APOSTROPHE));
    }

    /** Replaces blanks by spaces, and line ends by line feeds. */
    private static String withPlainBlanks(String text) {
        char[] characters = text.toCharArray();
        for (int index = 0; index < characters.length; index++) {
            char character = characters[index];
            if (Characters.endsLine(character)) {
                characters[index] = '\n';
            } else if (Characters.isBlank(character)) {
                characters[index] = ' ';
            }
        }
        return String.valueOf(characters);
    }

    private static String unitsAfterNumbers(String text) {
        return text.indexOf('(') < 0
                ? text
                : UNIT_BEFORE_NUMBER
                        .matcher(UNIT_IN_BRACKETS.matcher(text).replaceAll("$1$2"))
                        .replaceAll("$2$3$1");
    }

    private static String withoutBlanks(String text) {
        StringBuilder result = new StringBuilder(text.length());
        boolean blank = false;
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character == ' ' || character == '\n') {
                blank = true;
                continue;
            }
            if (blank && isOfNumber(character) && !result.isEmpty() && isOfNumber(result.charAt(result.length() - 1))) {
                result.append(' ');
            }
            blank = false;
            result.append(character);
        }
        return result.toString();
    }

    private static boolean isOfNumber(char character) {
        return OF_NUMBERS.indexOf(character) >= 0;
    }

    /** Returns the value of a number that matches {@link #NUMBER}. */
    public static BigDecimal number(String written) {
        return Character.isDigit(written.charAt(0)) && written.charAt(0) < 128
                ? new BigDecimal(written)
                : BigDecimal.valueOf(chinese(ordinary(written)));
    }

    /** Replaces the signs of accounts, 两 and 〇, and 廿, 卅 and 卌 by ordinary signs. */
    private static String ordinary(String written) {
        String signs = written.chars()
                .mapToObj(sign -> String.valueOf(ORDINARY.getOrDefault((char) sign, (char) sign)))
                .collect(Collectors.joining());
        for (Map.Entry<String, String> tens : TENS.entrySet()) {
            signs = signs.replace(tens.getKey(), tens.getValue());
        }
        return signs;
    }

    /** Parses Chinese digits: 三百一十九 is 319, 一万零二 is 10,002. Digits without units are read as written: 二零二四 is 2024. */
    private static long chinese(String signs) {
        long all = 0;
        long belowTenThousand = 0;
        long digit = 0;
        for (char sign : signs.toCharArray()) {
            int value = DIGITS.indexOf(sign);
            if (value >= 0) {
                digit = digit * 10 + value;
            } else if (sign == '万') {
                all += (belowTenThousand + digit) * 10_000;
                belowTenThousand = 0;
                digit = 0;
            } else {
                belowTenThousand += Math.max(digit, 1) * unit(sign);
                digit = 0;
            }
        }
        return all + belowTenThousand + digit;
    }

    private static long unit(char sign) {
        return switch (sign) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1_000;
            default -> throw new IllegalArgumentException("Not a digit: " + sign);
        };
    }

    private static Map<Character, Character> pairs(String pairs) {
        return IntStream.range(0, pairs.length() / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(
                        index -> pairs.charAt(2 * index), index -> pairs.charAt(2 * index + 1)));
    }
}
