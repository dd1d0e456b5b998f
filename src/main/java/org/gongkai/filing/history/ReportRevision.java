package org.gongkai.filing.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.review.DecisionView;
import org.gongkai.filing.store.Findings;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.rules.FindingView;
import org.gongkai.text.Language;

/**
 * One version of a report.
 *
 * @param revision its number, from 1
 * @param status where it stands
 * @param submittedAt when it was taken in, by the server's clock
 * @param submittedBy who handed it in; absent for who is neither of the agency nor of the oversight office
 * @param contentHash SHA-256 over the canonical JSON (RFC 8785) of the content, in lower-case hexadecimal
 * @param decision what was decided on it; absent while it waits
 * @param supersededAt when a newer one came into force; absent unless it is superseded
 * @param findings what the rules say about it
 * @param report its content; absent in lists
 */
public record ReportRevision(
        @Schema(minimum = "1") int revision,
        RevisionStatus status,
        Instant submittedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) String submittedBy,
        @Schema(pattern = "^[0-9a-f]{64}$") String contentHash,
        @JsonInclude(JsonInclude.Include.NON_NULL) DecisionView decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant supersededAt,
        List<FindingView> findings,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(ref = "Report")
        Object report) {

    /** What everybody may know of a revision that is in force or was: not who took part, nor what they wrote to each other. */
    ReportRevision published() {
        return new ReportRevision(
                revision,
                status,
                submittedAt,
                null,
                contentHash,
                decision.published(),
                supersededAt,
                findings.stream().map(FindingView::withoutExplanation).toList(),
                report);
    }

    static ReportRevision of(Revision revision, Findings findings, Object report, Language language) {
        return new ReportRevision(
                revision.id.revision(),
                revision.status,
                revision.submittedAt,
                revision.submittedBy,
                revision.contentHash,
                DecisionView.on(revision),
                revision.supersededAt,
                findings.in(language),
                report);
    }
}
