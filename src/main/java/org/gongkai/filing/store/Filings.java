package org.gongkai.filing.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.submission.Submission;
import org.gongkai.rules.Finding;

/** Keeps every revision. */
@ApplicationScoped
public class Filings {

    private final AuditLog auditLog;

    Filings(AuditLog auditLog) {
        this.auditLog = auditLog;
    }

    /** Makes the next revision. */
    public TrackedRevision add(
            AgencyReports agencyReports, Submission submission, CheckedReport report, List<Finding> findings) {
        ReportHistory reportHistory = agencyReports.docket(submission.year().value());
        FilingId id = reportHistory.id();
        Revision revision = new Revision();
        revision.id = new RevisionId(id.agency(), id.year(), reportHistory.newestNumber() + 1);
        revision.status = RevisionStatus.SUBMITTED;
        revision.content = report.json();
        revision.contentHash = report.contentHash();
        revision.submittedAt = auditLog.now();
        revision.submittedBy = submission.actor().name();
        TrackedRevision kept = TrackedRevision.added(revision, report.contents(), findings);
        reportHistory.add(kept, submission.receivedAt());
        agencyReports.happened(auditLog.event(
                revision.occurrence(EventType.REPORT_SUBMITTED)
                        .to(Map.of("status", revision.status, "contentHash", revision.contentHash)),
                submission.actor()));
        return kept;
    }
}
