package org.gongkai.filing.revision;

import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.sql.SqlType;

/**
 * A finding about a revision as a row of table {@code finding}.
 *
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param position position among the findings of the revision, from 0
 * @param rule id of the rule
 * @param severity severity of the finding
 * @param pointer JSON Pointer to the cell
 * @param compared key of the comparison; an explanation holds as long as it is the same
 * @param fault the finding in both languages, as JSON
 */
public record FindingRow(
        String agency,
        short year,
        int revision,
        int position,
        String rule,
        Severity severity,
        String pointer,
        String compared,
        @SqlType("jsonb") String fault) {

    public static FindingRow of(RevisionRow revision, int position, Finding finding, String json) {
        return new FindingRow(
                revision.agency(),
                revision.year(),
                revision.revision(),
                position,
                finding.rule(),
                finding.severity(),
                finding.pointer(),
                finding.compared().key(),
                json);
    }
}
