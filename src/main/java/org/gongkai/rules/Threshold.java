package org.gongkai.rules;

import java.math.BigDecimal;
import org.gongkai.text.Text;

/**
 * A bound that a rule compares with.
 *
 * @param name name of the bound within its rule
 * @param meaning the meaning of the bound
 * @param unit unit of its value
 * @param standard value in the rule book
 * @param min lowest value that a preview accepts
 * @param max highest value that a preview accepts
 * @param decimals maximum number of decimals
 */
public record Threshold(
        String name, Text meaning, Text unit, BigDecimal standard, BigDecimal min, BigDecimal max, int decimals) {

    /** The format of names, as a regular expression. */
    public static final String NAME_PATTERN = "^[a-z][a-zA-Z]*$";

    public Threshold {
        if (!name.matches(NAME_PATTERN)) {
            throw new IllegalArgumentException("Not the name of a threshold: " + name);
        }
        if (min.compareTo(standard) > 0 || standard.compareTo(max) > 0) {
            throw new IllegalArgumentException("Not within its range: " + name);
        }
    }

    /** Returns a threshold whose numbers are written as decimals. */
    public static Threshold of(
            String name, Text meaning, Text unit, String standard, String min, String max, int decimals) {
        return new Threshold(
                name, meaning, unit, new BigDecimal(standard), new BigDecimal(min), new BigDecimal(max), decimals);
    }

    /** Returns whether the threshold may have a value. */
    public boolean allows(BigDecimal value) {
        return value.compareTo(min) >= 0
                && value.compareTo(max) <= 0
                && value.stripTrailingZeros().scale() <= decimals;
    }
}
