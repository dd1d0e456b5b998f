package org.gongkai.rules;

import java.math.BigDecimal;
import org.gongkai.text.Text;

/**
 * A rule that does not hold, in both languages. {@link FindingView} is the same in the reader's language.
 *
 * @param rule id of the rule
 * @param severity what it does to the submission
 * @param pointer RFC 6901 JSON Pointer to the cell that is off: of a broken sum the one that carries it
 * @param cell where that cell stands on paper; {@code null} where the form has no such place
 * @param message what is wrong, with the numbers
 * @param formula what should hold, with the numbers filled in; {@code null} for a fault of shape
 * @param left the value of the left side; {@code null} where nothing is compared as a number
 * @param right the value of the right side; {@code null} where nothing is compared as a number
 * @param compared the identity of the two sides; two findings of one rule at one place with the same comparison are the same
 *     finding; {@code null} for a fault of shape
 */
public record Finding(
        String rule,
        Severity severity,
        String pointer,
        Text cell,
        Text message,
        Text formula,
        BigDecimal left,
        BigDecimal right,
        Comparison compared) {

    /** Rule id of findings about the shape of a report: missing, unknown or unreadable members. */
    public static final String SHAPE = "SHAPE";

    /** A fault of shape: what stands at the place cannot be read as what the form asks for there. */
    public static Finding ofShape(String pointer, Text cell, Text message) {
        return new Finding(SHAPE, Severity.ERROR, pointer, cell, message, null, null, null, null);
    }

    static Finding of(Rule rule, Condition condition, Violation violation) {
        return new Finding(
                rule.id(),
                rule.severity(),
                condition.pointer(),
                condition.cell(),
                rule.message().with(violation.arguments().toArray()),
                violation.formula(),
                violation.left(),
                violation.right(),
                violation.compared());
    }

    /** Whether it says the same: the same rule, at the same place, of the same comparison. */
    public boolean isSameAs(Finding other) {
        return rule.equals(other.rule)
                && pointer.equals(other.pointer)
                && (compared == null
                        ? other.compared == null
                        : other.compared != null && compared.isSameAs(other.compared));
    }

    /** Left side minus right side. */
    public BigDecimal difference() {
        return left == null || right == null ? null : left.subtract(right);
    }
}
