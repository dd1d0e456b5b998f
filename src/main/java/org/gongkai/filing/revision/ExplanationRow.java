package org.gongkai.filing.revision;

import java.time.Instant;
import org.gongkai.rules.Comparison;
import org.gongkai.rules.Finding;
import org.gongkai.rules.FindingView;
import org.gongkai.sql.SqlType;

/**
 * The reason of an agency why a warning is right as it is, as a row of table {@code explanation}. It holds for every
 * revision in which the rule makes the same comparison at the same place.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision for which it was given
 * @param rule id of the rule
 * @param pointer JSON Pointer to the cell
 * @param compared key of the comparison
 * @param reason the reason
 * @param explainedBy name of the author
 * @param explainedAt time of the explanation
 * @param fault the finding in both languages, as JSON; {@code null} where it has not been loaded
 * @param copyOf the key of the comparison of the original, if this is a copy under another key; {@code null} otherwise
 */
public record ExplanationRow(
        String agency,
        short year,
        int revision,
        String rule,
        String pointer,
        String compared,
        String reason,
        String explainedBy,
        Instant explainedAt,
        @SqlType("jsonb") String fault,
        String copyOf) {

    /**
     * Returns an explanation of a finding.
     *
     * @param json the finding as JSON
     */
    public static ExplanationRow of(
            Finding finding, String json, RevisionId revision, String reason, String by, Instant at) {
        return new ExplanationRow(
                revision.agency(),
                revision.year(),
                revision.revision(),
                finding.rule(),
                finding.pointer(),
                finding.compared().key(),
                reason,
                by,
                at,
                json,
                null);
    }

    boolean isAbout(Finding finding) {
        return rule.equals(finding.rule()) && pointer.equals(finding.pointer());
    }

    public boolean explains(Finding finding) {
        return isAbout(finding) && finding.compared().hasKey(compared);
    }

    /** Returns the same explanation under the current key of the comparison. */
    public ExplanationRow withKeyOf(Comparison comparison) {
        return new ExplanationRow(
                agency,
                year,
                revision,
                rule,
                pointer,
                comparison.key(),
                reason,
                explainedBy,
                explainedAt,
                fault,
                compared);
    }

    FindingView.Explanation view() {
        return new FindingView.Explanation(reason, explainedBy, explainedAt);
    }
}
