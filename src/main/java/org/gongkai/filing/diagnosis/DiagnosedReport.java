package org.gongkai.filing.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.registry.code.Named;
import org.gongkai.report.Contents;
import org.gongkai.rules.FindingView;

/**
 * A report to diagnose: a stored revision, or a draft.
 *
 * @param agency the agency, by its name in the report year
 * @param revision number of the revision; empty for a draft
 * @param status its status; empty for a draft
 * @param dated the time of submission; for a draft, the current time
 * @param contents its content; of a draft, what could be read
 * @param lastYear the report in force for the year before
 * @param findings the findings of the rules, as the caller may see them
 */
record DiagnosedReport(
        Named agency,
        Optional<Integer> revision,
        Optional<RevisionStatus> status,
        Instant dated,
        Contents contents,
        Optional<Contents> lastYear,
        List<FindingView> findings) {

    int year() {
        return contents.year();
    }
}
