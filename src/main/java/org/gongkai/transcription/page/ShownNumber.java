package org.gongkai.transcription.page;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Compares the number that a cell holds with the text that it shows. */
public final class ShownNumber {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d[\\d,]*(?:\\.\\d+)?");

    private ShownNumber() {}

    /**
     * Returns whether a text shows a number as it is. A rounded number, one that is not shown at all, and one that is
     * shown as a date or in another unit, is not.
     */
    public static boolean isExact(String text, BigDecimal number) {
        List<String> numbers =
                NUMBER.matcher(text).results().map(MatchResult::group).toList();
        return numbers.size() == 1 && new BigDecimal(numbers.get(0).replace(",", "")).compareTo(number) == 0;
    }
}
