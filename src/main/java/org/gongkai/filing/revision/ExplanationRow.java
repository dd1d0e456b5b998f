package org.gongkai.filing.revision;

import java.time.Instant;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;

/**
 * The reason of an agency why a warning is right as it is, as a row of table {@code explanation}. It holds for every
 * revision in which the rule makes the same comparison at the same place.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param rule id of the rule
 * @param pointer JSON Pointer to the cell
 * @param compared key of the comparison
 * @param reason the reason
 * @param explainedBy name of the author
 * @param explainedAt time of the explanation
 */
public record ExplanationRow(
        String agency,
        short year,
        String rule,
        String pointer,
        String compared,
        String reason,
        String explainedBy,
        Instant explainedAt) {

    /** Returns an explanation of a finding. */
    public static ExplanationRow of(Finding finding, FilingId filing, String reason, String by, Instant at) {
        return new ExplanationRow(
                filing.agency(),
                filing.year(),
                finding.rule(),
                finding.pointer(),
                finding.compared().key(),
                reason,
                by,
                at);
    }

    boolean isAbout(Finding finding) {
        return rule.equals(finding.rule()) && pointer.equals(finding.pointer());
    }

    public boolean explains(Finding finding) {
        return isAbout(finding) && finding.compared().hasKey(compared);
    }

    /** Returns the same explanation under the current key of the comparison. */
    public ExplanationRow withKeyOf(Comparison comparison) {
        return new ExplanationRow(agency, year, rule, pointer, comparison.key(), reason, explainedBy, explainedAt);
    }

    FindingView.Explanation view() {
        return new FindingView.Explanation(reason, explainedBy, explainedAt);
    }
}
