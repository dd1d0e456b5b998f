package org.gongkai.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.gongkai.report.Language;
import org.gongkai.report.Text;

/**
 * A rule that does not hold, as a client is told of it.
 *
 * @param rule id of the rule; {@code SHAPE} where the content cannot be read as the form at all
 * @param severity what it does to the submission
 * @param pointer RFC 6901 JSON Pointer to the cell that is off: of a broken sum the one that carries it
 * @param cell where that cell stands on paper, such as 表三 · 三（三）1.属于国家秘密 · 自然人; absent where the form has no such place
 * @param message what is wrong, with the numbers, in the language asked for
 * @param formula the relation that should hold; absent for {@code SHAPE}
 * @param left the value of its left side; absent for {@code SHAPE}
 * @param right the value of its right side; absent for {@code SHAPE}
 * @param difference left minus right; absent for {@code SHAPE}
 */
public record Finding(
        String rule,
        Severity severity,
        String pointer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) String formula,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal left,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal right,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference) {

    public static Finding of(Fault fault, Language language) {
        return new Finding(
                fault.rule(),
                fault.severity(),
                fault.pointer(),
                in(language, fault.cell()),
                in(language, fault.message()),
                in(language, fault.formula()),
                fault.left(),
                fault.right(),
                fault.difference());
    }

    private static String in(Language language, Text text) {
        return text == null ? null : text.in(language);
    }
}
