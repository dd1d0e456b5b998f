package org.gongkai.filing.scoreboard;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Rule;

/**
 * The numbers of a rule. {@code SHAPE} stands for the form.
 *
 * @param rule id of the rule
 * @param openWarnings warnings of the rule without an explanation
 * @param explainedWarnings warnings of the rule with one
 * @param refusedAttempts refused submissions that broke the rule at least once
 */
public record RuleScore(
        @Schema(pattern = Rule.ID_PATTERN, examples = "CARRY-OVER")
        String rule,

        @Schema(minimum = "0") long openWarnings,
        @Schema(minimum = "0") long explainedWarnings,
        @Schema(minimum = "0") long refusedAttempts) {}
