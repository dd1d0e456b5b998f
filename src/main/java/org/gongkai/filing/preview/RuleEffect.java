package org.gongkai.filing.preview;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.FindingView;
import org.gongkai.rules.Rule;
import org.gongkai.text.CodeFormat;

/**
 * The effect of a change of one rule.
 *
 * @param rule id of the rule
 * @param severityBefore severity in the rule book
 * @param severityAfter severity in the preview
 * @param findingsBefore number of findings by the rule book
 * @param findingsAfter number of findings by the changed rule
 * @param added number of findings that only the changed rule has
 * @param removed number of findings that only the rule book has
 * @param reports number of reports with a finding that is added or removed, or whose severity changes
 * @param refused number of reports that the changed rule would refuse, if they were submitted again
 * @param examples the first of these changes, at most 20, in the order of agencies and years
 */
public record RuleEffect(
        @Schema(pattern = Rule.ID_PATTERN, examples = "FIGURE-JUMP")
        String rule,

        RuleSetting severityBefore,
        RuleSetting severityAfter,
        @Schema(minimum = "0") long findingsBefore,
        @Schema(minimum = "0") long findingsAfter,
        @Schema(minimum = "0") long added,
        @Schema(minimum = "0") long removed,
        @Schema(minimum = "0") long reports,
        @Schema(minimum = "0") long refused,
        @Schema(maxItems = EffectCount.MAX_EXAMPLES) List<Example> examples) {

    /** A kind of change. */
    public enum ExampleChange {
        /** Only the changed rule has the finding. */
        ADDED,
        /** Only the rule book has the finding. */
        REMOVED,
        /** Both have it, with another severity. */
        SEVERITY_CHANGED
    }

    /**
     * A finding that changes.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision
     * @param change the kind of the change
     * @param finding the finding; a removed one as the rule book has it, any other as the changed rule has it
     */
    @Schema(name = "RulePreviewExample")
    public record Example(
            @Schema(pattern = CodeFormat.PATTERN) String agency,
            int year,
            @Schema(minimum = "1") int revision,
            ExampleChange change,
            FindingView finding) {}
}
