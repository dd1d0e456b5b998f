package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The values of the thresholds of one rule. A threshold without a value has that of the rule book.
 *
 * @param values by name of the threshold
 */
public record Thresholds(Map<String, BigDecimal> values) {

    /** The values of the rule book. */
    public static final Thresholds STANDARD = new Thresholds(Map.of());

    public Thresholds {
        values = Map.copyOf(values);
    }

    /** Returns the value of a threshold. */
    public BigDecimal of(Threshold threshold) {
        return values.getOrDefault(threshold.name(), threshold.standard());
    }
}
