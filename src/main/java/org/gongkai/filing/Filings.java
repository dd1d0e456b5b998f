package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.gongkai.rules.Fault;
import org.gongkai.trail.EventType;
import org.gongkai.trail.Trail;

/** Keeps every revision. */
@ApplicationScoped
class Filings {

    private final Trail trail;

    Filings(Trail trail) {
        this.trail = trail;
    }

    /** Makes the next revision. */
    KeptRevision add(Dossier dossier, Submission submission, CheckedReport report, List<Fault> faults) {
        Docket docket = dossier.docket(submission.year().value());
        FilingId id = docket.id();
        Revision revision = new Revision();
        revision.id = new RevisionId(id.agency(), id.year(), docket.newestNumber() + 1);
        revision.status = RevisionStatus.SUBMITTED;
        revision.content = report.json();
        revision.contentHash = report.contentHash();
        revision.submittedAt = trail.now();
        revision.submittedBy = submission.actor().name();
        KeptRevision kept = KeptRevision.added(revision, report.contents(), faults);
        docket.add(kept, submission.receivedAt());
        dossier.happened(trail.event(
                revision.occurrence(EventType.REPORT_SUBMITTED)
                        .to(Map.of("status", revision.status, "contentHash", revision.contentHash)),
                submission.actor()));
        return kept;
    }
}
