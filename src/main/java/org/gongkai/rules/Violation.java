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
 * @param compared what was compared, so that it can be told whether a later comparison is the same
 * @param arguments what the rule's message asks for
 */
public record Violation(Text formula, BigDecimal left, BigDecimal right, String compared, List<?> arguments) {

    /** Of two numbers, of which the message also tells the difference. */
    static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right) {
        return ofNumbers(formula, left, right, List.of(plain(left), plain(right), plain(left.subtract(right))));
    }

    /** Of two numbers, with a message of its own. */
    public static Violation ofNumbers(Text formula, BigDecimal left, BigDecimal right, List<?> arguments) {
        return new Violation(formula, left, right, plain(left) + "|" + plain(right), arguments);
    }

    /** Of a text that no number describes. */
    public static Violation ofText(Text formula, String text, List<?> arguments) {
        return new Violation(formula, null, null, fingerprint(text), arguments);
    }

    /** Short enough to be kept, and in practice different for different texts. */
    public static String fingerprint(String text) {
        return text.length() + ":" + Integer.toHexString(text.hashCode());
    }

    /** A number as people write it: without an exponent, and without zeros at the end. */
    public static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
