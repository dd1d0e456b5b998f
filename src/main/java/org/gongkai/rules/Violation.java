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
 * @param compared the identity of the two sides, by which a later comparison is recognised as the same
 * @param arguments the values for the placeholders of the message
 */
public record Violation(Text formula, BigDecimal left, BigDecimal right, Comparison compared, List<?> arguments) {

    /** Returns the violation of an equation. The arguments are both numbers and their difference. */
    static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right) {
        return ofNumbers(formula, left, right, List.of(plain(left), plain(right), plain(left.subtract(right))));
    }

    /** Returns the violation of a comparison of two numbers, with the given arguments. */
    public static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right, List<?> arguments) {
        return new Violation(formula, left, right, Comparison.ofNumbers(left, right), arguments);
    }

    /** Returns the violation by a text, without numbers. */
    public static Violation ofText(Text formula, String text, List<?> arguments) {
        return new Violation(formula, null, null, Comparison.ofTexts(text), arguments);
    }

    /** Formats a number without an exponent and without trailing zeros. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
