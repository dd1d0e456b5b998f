package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.Withdrawal;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;

/**
 * Withdraws revisions. The oversight office withdraws one in force, and an agency one that waits; an agency asks the
 * office to withdraw its revision in force. Nothing is deleted.
 */
@ApplicationScoped
class Withdrawals {

    private final ReportRepository repository;
    private final Review review;
    private final AuditLog auditLog;
    private final Event<DecisionTaken> decisions;

    Withdrawals(ReportRepository repository, Review review, AuditLog auditLog, Event<DecisionTaken> decisions) {
        this.repository = repository;
        this.review = review;
        this.auditLog = auditLog;
        this.decisions = decisions;
    }

    /**
     * Withdraws the revision in force. The later years that were compared with it are checked again.
     *
     * @param reinstatePrevious whether the revision that was in force before comes into force again
     * @throws ProblemException if the revision is not in force, or if there is none to put in force again
     */
    void withdrawInForce(
            AgencyReports agency, TrackedRevision revision, String reason, boolean reinstatePrevious, Actor actor) {
        Review.requireStatus(revision, RevisionStatus.ACCEPTED);
        withdraw(agency, revision, reason, actor);
        if (reinstatePrevious) {
            reinstatePrevious(agency, agency.historyOf(revision), actor);
        }
        review.checkLaterYears(agency, revision);
        decisions.fire(new DecisionTaken(Decision.WITHDRAW, false));
    }

    /**
     * Withdraws a revision that waits for a decision.
     *
     * @param reason the reason of the agency; {@code null} if it gave none
     * @throws ProblemException if the revision does not wait
     */
    void withdrawWaiting(AgencyReports agency, TrackedRevision revision, String reason, Actor actor) {
        if (revision.is(RevisionStatus.ACCEPTED)) {
            throw Review.illegal(
                    new Text(
                            "第 %s 版已经生效，请向主管部门申请撤回（POST …/revisions/%s/withdrawal-request）",
                            "Revision %s is in force; ask the oversight office to withdraw it"
                                    + " (POST …/revisions/%s/withdrawal-request)"),
                    revision.number(),
                    revision.number());
        }
        Review.requireStatus(revision, RevisionStatus.SUBMITTED);
        withdraw(agency, revision, reason, actor);
    }

    /**
     * Records that the agency asks the oversight office to withdraw the revision in force. A repeated request replaces
     * the previous one.
     *
     * @throws ProblemException if the revision is not in force
     */
    void request(AgencyReports agency, TrackedRevision revision, String reason, Actor actor) {
        Review.requireStatus(revision, RevisionStatus.ACCEPTED);
        revision.change(revision.row().withdrawalRequested(new Withdrawal(auditLog.now(), actor.name(), reason)));
        agency.add(auditLog.event(
                revision.row().entry(EventType.WITHDRAWAL_REQUESTED).with(Map.of("reason", reason)), actor));
    }

    private void withdraw(AgencyReports agency, TrackedRevision revision, String reason, Actor actor) {
        RevisionStatus before = revision.row().status();
        revision.change(revision.row().withdrawn(new Withdrawal(auditLog.now(), actor.name(), reason)));
        agency.add(auditLog.event(
                Review.statusChange(EventType.REPORT_WITHDRAWN, revision.row(), before)
                        .with(reason == null ? Map.of() : Map.of("reason", reason)),
                actor));
    }

    private void reinstatePrevious(AgencyReports agency, ReportHistory history, Actor actor) {
        TrackedRevision previous = repository
                .loadSuperseded(agency, history)
                .orElseThrow(() -> ProblemException.ofFindings(
                        ProblemType.INVALID_ENTRY,
                        List.of(Finding.ofShape(
                                "/reinstatePrevious",
                                null,
                                new Text("此前没有生效过的版本可以恢复", "No earlier revision was in force")))));
        previous.change(previous.row().reinstated());
        agency.add(auditLog.event(
                Review.statusChange(EventType.REPORT_REINSTATED, previous.row(), RevisionStatus.SUPERSEDED), actor));
        review.judgeAgain(agency, previous, Map.of("year", previous.row().year(), "revision", previous.number()));
    }
}
