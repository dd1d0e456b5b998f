package org.gongkai.rules;

import java.math.BigDecimal;
import org.gongkai.report.Text;

/**
 * A rule that does not hold, in both languages. {@link Finding} is the same in the reader's language.
 *
 * @param rule id of the rule
 * @param severity what it does to the submission
 * @param pointer RFC 6901 JSON Pointer to the cell that is off: of a broken sum the one that carries it
 * @param cell where that cell stands on paper; {@code null} where the form has no such place
 * @param message what is wrong, with the numbers
 * @param formula the relation that should hold; {@code null} for a fault of shape
 * @param left the value of the left side; {@code null} for a fault of shape
 * @param right the value of the right side; {@code null} for a fault of shape
 */
public record Fault(
        String rule,
        Severity severity,
        String pointer,
        Text cell,
        Text message,
        Text formula,
        BigDecimal left,
        BigDecimal right) {

    /** A fault of shape: what stands at the place cannot be read as what the form asks for there. */
    public static Fault ofShape(String pointer, Text cell, Text message) {
        return new Fault(ShapeCheck.RULE, Severity.ERROR, pointer, cell, message, null, null, null);
    }

    /** Left side minus right side. */
    public BigDecimal difference() {
        return left == null || right == null ? null : left.subtract(right);
    }
}
