package org.gongkai.rules;

import java.math.BigDecimal;
import java.util.List;
import org.gongkai.text.Text;

/**
 * A broken rule, in both languages. {@link FindingView} is the same in the language of the response.
 *
 * @param rule id of the rule
 * @param severity the consequence for the submission
 * @param pointer RFC 6901 JSON Pointer to the cell in question; for a broken sum, the cell with the sum
 * @param cell the place of that cell on paper; {@code null} if the form has no such place
 * @param message the message, with the numbers
 * @param formula the broken formula, with the numbers inserted; {@code null} for a finding about the shape
 * @param left the value of the left side; {@code null} if no numbers are compared
 * @param right the value of the right side; {@code null} if no numbers are compared
 * @param compared the identity of the two sides; two findings of one rule at one place with the same comparison are the
 *     same finding; {@code null} for a finding about the shape
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

    /** The rule id of findings about the shape of a report: missing, unknown or unreadable members. */
    public static final String SHAPE = "SHAPE";

    /** Returns a finding about the shape: the content of the place is not what the form asks for. */
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

    /** Returns whether both findings are the same: one rule, one place and one comparison. */
    public boolean isSameAs(Finding other) {
        return rule.equals(other.rule)
                && pointer.equals(other.pointer)
                && (compared == null
                        ? other.compared == null
                        : other.compared != null && compared.isSameAs(other.compared));
    }

    /** Returns the findings that the others do not contain; a comparison of other numbers is another finding. */
    public static List<Finding> notAmong(List<Finding> others, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> others.stream().noneMatch(finding::isSameAs))
                .toList();
    }

    /** Returns the left side minus the right side; {@code null} if no numbers are compared. */
    public BigDecimal difference() {
        return left == null || right == null ? null : left.subtract(right);
    }
}
