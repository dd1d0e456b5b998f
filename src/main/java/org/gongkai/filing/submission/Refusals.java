package org.gongkai.filing.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.store.RefusalTally;
import org.gongkai.filing.store.RefusedAttempts;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.BeijingTime;
import org.jboss.logging.Logger;

/** Counts the submissions whose report was refused because of its content. Nothing of the report is stored. */
@ApplicationScoped
public class Refusals {

    private static final Logger LOG = Logger.getLogger(Refusals.class);

    private final RefusedAttempts attempts;
    private final AuditLog auditLog;

    Refusals(RefusedAttempts attempts, AuditLog auditLog) {
        this.attempts = attempts;
        this.auditLog = auditLog;
    }

    /**
     * Adds a submission to a tally if its report was refused. Requests that are malformed, not allowed or late for a
     * condition are no attempts, nor are reports on a year that has not begun.
     */
    public void count(FilingId report, SubmissionResult result, RefusalTally tally) {
        if (result instanceof Rejected rejected && report.year() <= today().getYear()) {
            ProblemException problem = rejected.problem();
            if (problem.type() == ProblemType.REPORT_REJECTED) {
                tally.add(report, problem.findings());
            }
        }
    }

    /** Stores a tally. A failure is logged: the submitters must get their answers. */
    public void store(RefusalTally tally) {
        if (tally.isEmpty()) {
            return;
        }
        try {
            attempts.add(tally, today());
        } catch (RuntimeException failed) {
            LOG.warnf("Refused submissions could not be counted: %s", failed.getMessage());
        }
    }

    /** Counts and stores a single submission. */
    void store(FilingId report, SubmissionResult result) {
        RefusalTally tally = new RefusalTally();
        count(report, result, tally);
        store(tally);
    }

    private LocalDate today() {
        return BeijingTime.dayOf(auditLog.now());
    }
}
