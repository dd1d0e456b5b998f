package org.gongkai.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.form.Form;
import org.gongkai.rules.Condition;
import org.gongkai.rules.Rule;
import org.gongkai.rules.Severity;
import org.gongkai.rules.Threshold;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.text.Pointers;
import org.gongkai.text.Text;

/**
 * A rule of the rule book.
 *
 * @param id stable name, used by findings
 * @param severity the effect of a violation on a submission
 * @param basis the statute or notice that the rule is based on
 * @param statement the requirement
 * @param formula the rule as a formula, in the names of the printed form
 * @param thresholds the bounds that the rule compares with; a preview can try other values
 * @param relations every place where the rule applies, in print order
 */
public record RuleEntry(
        @Schema(pattern = Rule.ID_PATTERN, examples = "T3-BALANCE")
        String id,

        Severity severity,
        Text basis,
        Text statement,
        Text formula,
        List<ThresholdEntry> thresholds,
        List<RelationEntry> relations) {

    /**
     * A bound that a rule compares with.
     *
     * @param name name of the bound within its rule
     * @param meaning the meaning of the bound
     * @param unit unit of its value
     * @param value value in the rule book
     * @param minimum lowest value that a preview accepts
     * @param maximum highest value that a preview accepts
     * @param decimals maximum number of decimals
     */
    @Schema(name = "RuleThreshold")
    public record ThresholdEntry(
            @Schema(pattern = Threshold.NAME_PATTERN, examples = "minFactor")
            String name,

            Text meaning,
            Text unit,
            @Schema(minimum = "0") BigDecimal value,
            @Schema(minimum = "0") BigDecimal minimum,
            @Schema(minimum = "0") BigDecimal maximum,
            @Schema(minimum = "0", maximum = "6") int decimals) {

        static ThresholdEntry of(Threshold threshold) {
            return new ThresholdEntry(
                    threshold.name(),
                    threshold.meaning(),
                    threshold.unit(),
                    threshold.standard(),
                    threshold.min(),
                    threshold.max(),
                    threshold.decimals());
        }
    }

    /**
     * One place where a rule applies.
     *
     * @param pointer RFC 6901 JSON Pointer of the findings for this place; empty for the report as a whole
     * @param cell the place in the printed form; absent for the report as a whole
     * @param formula the condition for this place, in the names of the printed form
     */
    public record RelationEntry(
            @Schema(format = Pointers.FORMAT) String pointer,
            @JsonInclude(JsonInclude.Include.NON_NULL) Text cell,
            Text formula) {

        static RelationEntry of(Condition condition) {
            return new RelationEntry(condition.pointer(), condition.cell(), condition.formula());
        }
    }

    static RuleEntry of(Rule rule, Form form) {
        List<RelationEntry> relations = RuleBook.of(form).conditions(rule).stream()
                .map(RelationEntry::of)
                .toList();
        return new RuleEntry(
                rule.id(),
                rule.severity(),
                rule.basis().with(form.notice()),
                rule.statement(),
                relations.get(0).formula(),
                rule.thresholds().stream().map(ThresholdEntry::of).toList(),
                relations);
    }
}
