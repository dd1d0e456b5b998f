package org.gongkai.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * A broken rule, in the language of the response.
 *
 * @param rule id of the rule; {@code SHAPE} if a member is missing, unknown or not of the type that the form requires
 * @param severity the consequence for the submission
 * @param pointer RFC 6901 JSON Pointer to the cell in question; for a broken sum, the cell with the sum
 * @param cell the place of that cell on paper, such as 表三 · 三（三）1.属于国家秘密 · 自然人; absent if the form has no such place
 * @param message the message, with the numbers, in the language of the response
 * @param formula the broken formula, with the numbers inserted; absent for {@code SHAPE}
 * @param left the value of the left side of the formula; absent if no numbers are compared
 * @param right the value of the right side of the formula; absent if no numbers are compared
 * @param difference left minus right; absent if no numbers are compared
 * @param state the state of a stored warning: open or explained; absent for other findings
 * @param explanation the reason given for a warning; for an open warning, a reason that was given for other numbers
 */
@Schema(name = "Finding")
public record FindingView(
        @Schema(pattern = Rule.ID_PATTERN) String rule,
        Severity severity,
        @Schema(format = Pointers.FORMAT) String pointer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) String formula,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal left,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal right,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference,
        @JsonInclude(JsonInclude.Include.NON_NULL) WarningState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) Explanation explanation) {

    /** The state of a warning. */
    public enum WarningState {
        /** The warning needs an explanation: it has none, or the compared numbers or texts have changed since. */
        OPEN,
        /** The warning has an explanation for the same comparison. */
        EXPLAINED
    }

    /**
     * The explanation of a warning: the reason why the report is right.
     *
     * @param reason the reason
     * @param by the user who gave it
     * @param at the time when it was given
     */
    public record Explanation(
            @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
            String reason,

            @Schema(minLength = 1, maxLength = NameLength.ACTOR)
            String by,

            Instant at) {}

    /** Returns the view of a finding that needs no explanation. */
    public static FindingView of(Finding finding, Language language) {
        return of(finding, null, null, language);
    }

    /** Returns the view of a stored warning with its state. */
    public static FindingView of(Finding finding, WarningState state, Explanation explanation, Language language) {
        return new FindingView(
                finding.rule(),
                finding.severity(),
                finding.pointer(),
                in(language, finding.cell()),
                in(language, finding.message()),
                in(language, finding.formula()),
                finding.left(),
                finding.right(),
                finding.difference(),
                state,
                explanation);
    }

    /** Returns the same view without the explanation. */
    public FindingView withoutExplanation() {
        return new FindingView(rule, severity, pointer, cell, message, formula, left, right, difference, state, null);
    }

    private static String in(Language language, Text text) {
        return text == null ? null : text.in(language);
    }
}
