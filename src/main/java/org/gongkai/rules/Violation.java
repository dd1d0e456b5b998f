package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.text.Text;

/**
 * The violation of a condition.
 *
 * @param formula the condition with its numbers inserted
 * @param left the value of the left side; {@code null} if no numbers are compared
 * @param right the value of the right side; {@code null} if no numbers are compared
 * @param compared what was compared, so that it can be told whether a later comparison is the same
 * @param arguments the values for the placeholders of the message
 */
public record Violation(Text formula, BigDecimal left, BigDecimal right, String compared, List<?> arguments) {

    /** Returns the violation of an equation. The arguments are both numbers and their difference. */
    static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right) {
        return ofNumbers(formula, left, right, List.of(plain(left), plain(right), plain(left.subtract(right))));
    }

    /** Returns the violation of a comparison of two numbers, with the given arguments. */
    public static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right, List<?> arguments) {
        return new Violation(formula, left, right, plain(left) + "|" + plain(right), arguments);
    }

    /** Returns the violation by a text, without numbers. */
    public static Violation ofText(Text formula, String text, List<?> arguments) {
        return new Violation(formula, null, null, fingerprint(text), arguments);
    }

    /** Short enough to be kept, and in practice different for different texts. */
    public static String fingerprint(String text) {
        return text.length() + ":" + Integer.toHexString(text.hashCode());
    }

    /** Formats a number without an exponent and without trailing zeros. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
