package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.text.Text;

/**
 * How a condition fails.
 *
 * @param formula the condition with its numbers filled in
 * @param left the value of the left side; {@code null} where nothing is compared as a number
 * @param right the value of the right side; {@code null} where nothing is compared as a number
 * @param compared the identity of the two sides; a later comparison can be recognised as the same by it
 * @param arguments what the rule's message asks for
 */
public record Violation(Text formula, BigDecimal left, BigDecimal right, Comparison compared, List<?> arguments) {

    /** Of two numbers, of which the message also tells the difference. */
    static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right) {
        return ofNumbers(formula, left, right, List.of(plain(left), plain(right), plain(left.subtract(right))));
    }

    /** Of two numbers, with a message of its own. */
    public static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right, List<?> arguments) {
        return new Violation(formula, left, right, Comparison.ofNumbers(left, right), arguments);
    }

    /** Of a text that no number describes. */
    public static Violation ofText(Text formula, String text, List<?> arguments) {
        return new Violation(formula, null, null, Comparison.ofTexts(text), arguments);
    }

    /** A number as people write it: without an exponent, and without zeros at the end. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
