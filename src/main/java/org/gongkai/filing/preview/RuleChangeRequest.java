package org.gongkai.filing.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Rule;

/**
 * A change of a rule, to be tried.
 *
 * @param rule id of the rule
 * @param severity the severity to try; if omitted, that of the rule book
 * @param thresholds values to try, by name of the threshold; those that are omitted have the value of the rule book
 */
public record RuleChangeRequest(
        @Schema(pattern = Rule.ID_PATTERN, examples = "FIGURE-JUMP")
        String rule,

        @JsonInclude(JsonInclude.Include.NON_NULL) RuleSetting severity,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "{\"minFactor\": 2}")
        Map<String, BigDecimal> thresholds) {}
