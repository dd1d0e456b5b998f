package org.gongkai.text;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numeric codes of administrative divisions. GB/T 2260 has 6 digits for provinces, cities and counties; the codes of
 * the National Bureau of Statistics continue them with 3 digits for towns and 3 for villages. A code that is filled up
 * with zeros to 9 or 12 digits is the same division: 430200000000 is 430200.
 */
public final class DivisionCode {

    private static final Pattern NUMERIC = Pattern.compile("[0-9]{6}|[0-9]{9}|[0-9]{12}");
    private static final String NO_PART = "000";
    private static final int SHORTEST = 6;
    private static final int LONGEST = 12;

    private DivisionCode() {}

    /** Returns the key of a code, numeric or not. Codes with the same key are the same division. */
    public static String key(String code) {
        String key = EqualCode.key(code);
        while (isNumeric(key) && key.length() > SHORTEST && key.endsWith(NO_PART)) {
            key = key.substring(0, key.length() - NO_PART.length());
        }
        return key;
    }

    /** Returns all keys by case that codes of this division can have, the shortest first. */
    public static List<String> spellings(String code) {
        String key = key(code);
        return isNumeric(key)
                ? Stream.iterate(key, next -> next.length() <= LONGEST, next -> next + NO_PART)
                        .toList()
                : List.of(key);
    }

    /** Returns whether a code has the format of a numeric code. */
    public static boolean isNumeric(String code) {
        return NUMERIC.matcher(code).matches();
    }

    /**
     * Returns whether the digits of a code say that the division lies in another one than its parent. There are real
     * exceptions, for example zones, and counties that have moved and kept their code.
     */
    public static boolean contradicts(String code, String parent) {
        return isNumeric(code)
                && prefix(parent).filter(digits -> !code.startsWith(digits)).isPresent();
    }

    /** Returns the digits that the codes of all divisions inside begin with; empty if the code is not numeric. */
    private static Optional<String> prefix(String parent) {
        String key = key(parent);
        return isNumeric(key)
                ? Optional.of(key.length() == SHORTEST ? key.replaceFirst("(?:00){1,2}$", "") : key)
                : Optional.empty();
    }
}
