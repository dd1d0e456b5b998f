package org.gongkai.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A rule that does not hold, as a client is told of it.
 *
 * @param rule id of the rule; {@code SHAPE} where the content cannot be read as the form at all
 * @param severity what it does to the submission
 * @param pointer RFC 6901 JSON Pointer to the cell that is off: of a broken sum the one that carries it
 * @param cell where that cell stands on paper, such as 表三 · 三（三）1.属于国家秘密 · 自然人; absent where the form has no such place
 * @param message what is wrong, with the numbers, in the language asked for
 * @param formula what should hold, with the numbers filled in; absent for {@code SHAPE}
 * @param left the value of its left side; absent where nothing is compared as a number
 * @param right the value of its right side; absent where nothing is compared as a number
 * @param difference left minus right; absent where nothing is compared as a number
 * @param state of a warning, whether it still wants an explanation; absent for anything else, and before it is stored
 * @param explanation why the warning is right as it is; of an open warning, the reason given when other numbers were compared
 */
public record FindingView(
        String rule,
        Severity severity,
        String pointer,
        @JsonInclude(JsonInclude.Include.NON_NULL) String cell,
        String message,
        @JsonInclude(JsonInclude.Include.NON_NULL) String formula,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal left,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal right,
        @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal difference,
        @JsonInclude(JsonInclude.Include.NON_NULL) WarningState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) Explanation explanation) {

    /** Whether a warning still wants an explanation. */
    public enum WarningState {
        /** Nobody has explained it, or what was compared has changed since. */
        OPEN,
        /** Somebody has explained just this comparison. */
        EXPLAINED
    }

    /**
     * Why a warning is right as it is.
     *
     * @param reason the reason
     * @param by who gave it
     * @param at when
     */
    public record Explanation(String reason, String by, Instant at) {}

    /** What nobody is asked to explain. */
    public static FindingView of(Finding finding, Language language) {
        return of(finding, null, null, language);
    }

    /** A warning, and where it stands. */
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

    /** The same without what was written about it. */
    public FindingView withoutExplanation() {
        return new FindingView(rule, severity, pointer, cell, message, formula, left, right, difference, state, null);
    }

    private static String in(Language language, Text text) {
        return text == null ? null : text.in(language);
    }
}
