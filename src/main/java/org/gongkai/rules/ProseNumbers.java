package org.gongkai.rules;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Reads numbers from Chinese prose. */
public final class ProseNumbers {

    /**
     * Matches a number in a text, in Arabic or Chinese digits, with at most as many digits as a figure of the form has.
     */
    public static final String NUMBER = "(?:(?<!\\d)\\d{1,16}(?:\\.\\d{1,6})?(?!\\d)|[零〇一二两三四五六七八九十百千万]{1,16})";

    /** Matches the measure words that follow a number of requests or cases. */
    public static final String COUNTER = "(?:件|份|条|次|宗|起|个|例)";

    private static final Pattern BETWEEN_THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]+");
    private static final String DIGITS = "零一二三四五六七八九";

    private ProseNumbers() {}

    /** Returns a text without blanks, full-width digits and punctuation, and thousands separators. */
    public static String normalized(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return BETWEEN_THOUSANDS
                .matcher(BLANKS.matcher(compatible).replaceAll(""))
                .replaceAll("");
    }

    static BigDecimal number(String written) {
        return Character.isDigit(written.charAt(0)) && written.charAt(0) < 128
                ? new BigDecimal(written)
                : BigDecimal.valueOf(chinese(written));
    }

    /** Parses Chinese digits: 三百一十九 is 319, 一万零二 is 10,002. Digits without units are read as written: 二〇二四 is 2024. */
    private static long chinese(String written) {
        long all = 0;
        long belowTenThousand = 0;
        long digit = 0;
        for (char sign : written.replace('〇', '零').replace('两', '二').toCharArray()) {
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
}
