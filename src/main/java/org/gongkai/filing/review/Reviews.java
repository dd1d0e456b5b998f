package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.BiConsumer;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.filing.certification.TestsShown;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionSnapshot;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.LoadedReports;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;

/** Carries out the review of revisions: explanations of the agency and decisions of the oversight office. */
@ApplicationScoped
public class Reviews {

    private final ReportRepository repository;
    private final Explanations explanations;
    private final Review review;
    private final Withdrawals withdrawals;
    private final Event<TestsShown> tests;

    Reviews(
            ReportRepository repository,
            Explanations explanations,
            Review review,
            Withdrawals withdrawals,
            Event<TestsShown> tests) {
        this.repository = repository;
        this.explanations = explanations;
        this.review = review;
        this.withdrawals = withdrawals;
        this.tests = tests;
    }

    /**
     * Explains warnings of the newest revision.
     *
     * @return the revision after the explanation
     * @throws ProblemException when an entry explains nothing; then nothing is stored
     */
    @Transactional
    RevisionSnapshot explain(FilingId report, List<ExplanationEntry> entries, Actor actor) {
        LoadedReports loaded = repository.lock(List.of(report), actor);
        AgencyReports agency = loaded.require(report.agency());
        ReportHistory history = agency.history(report.year());
        TrackedRevision newest = history.newest().orElseThrow(() -> NotFound.report(report.agency(), report.year()));
        refuseWithdrawn(newest);
        applyExplanations(agency, newest, explanations.of(newest.row().id(), newest.findings(), entries, actor), actor);
        repository.save(loaded);
        if (newest.is(RevisionStatus.ACCEPTED)) {
            show(TestCase.EXPLAINED, report, actor);
        }
        return history.snapshot(newest);
    }

    /** Records what a test has shown for the certification. */
    private void show(TestCase shown, FilingId report, Actor actor) {
        if (actor.isInSandbox()) {
            tests.fire(TestsShown.of(actor.name(), shown, report));
        }
    }

    private static void refuseWithdrawn(TrackedRevision newest) {
        if (newest.is(RevisionStatus.WITHDRAWN)) {
            throw Review.illegal(new Text("最新的第 %s 版已撤回", "The newest revision, %s, was withdrawn"), newest.number());
        }
    }

    /** Adds explanations to the newest revision, and accepts it if it can now be accepted automatically. */
    public void applyExplanations(
            AgencyReports agency, TrackedRevision newest, List<ExplanationRow> given, Actor actor) {
        explanations.add(agency, newest, given, actor);
        review.acceptIfPossible(agency, newest);
    }

    /**
     * Decides on a revision.
     *
     * @param preconditions conditions on the newest revision
     * @return the revision after the decision
     * @throws ProblemException when the status of the revision does not allow the decision, or a condition does not hold
     */
    @Transactional
    public RevisionSnapshot decide(RevisionId id, DecisionRequest request, Preconditions preconditions, Actor actor) {
        return change(id, actor, (agency, revision) -> {
            LostUpdates.refuse(agency.history(id.year()), preconditions);
            decide(agency, revision, request, actor);
        });
    }

    /**
     * Decides on a revision, like {@link #decide}. A revision that waits must be the newest one.
     *
     * @return the revision after the decision
     * @throws ProblemException when the status of the revision does not allow the decision, or there is a newer one
     */
    @Transactional
    RevisionSnapshot decideOnNewest(RevisionId id, DecisionRequest request, Actor actor) {
        return change(id, actor, (agency, revision) -> {
            if (request.decision() != Decision.WITHDRAW) {
                LostUpdates.refuseNewer(agency.history(id.year()), revision);
            }
            decide(agency, revision, request, actor);
        });
    }

    private void decide(AgencyReports agency, TrackedRevision revision, DecisionRequest request, Actor actor) {
        review.refuseOwnSubmission(revision, actor);
        switch (request.decision()) {
            case ACCEPT -> review.accept(agency, revision, actor, Opinion.of(request));
            case RETURN -> review.returnToAgency(agency, revision, actor, Opinion.of(request));
            case WITHDRAW ->
                withdrawals.withdrawInForce(agency, revision, request.comment(), request.reinstatesPrevious(), actor);
        }
    }

    /**
     * Withdraws a revision that waits for a decision.
     *
     * @param reason the reason; {@code null} if the agency gave none
     * @return the revision after that
     * @throws ProblemException when the revision does not wait for a decision
     */
    @Transactional
    RevisionSnapshot withdraw(RevisionId id, String reason, Actor actor) {
        RevisionSnapshot withdrawn =
                change(id, actor, (agency, revision) -> withdrawals.withdrawWaiting(agency, revision, reason, actor));
        show(TestCase.WITHDRAWN, new FilingId(id.agency(), id.year()), actor);
        return withdrawn;
    }

    /**
     * Records that the agency asks the oversight office to withdraw its revision in force.
     *
     * @return the revision after that
     * @throws ProblemException when the revision is not in force
     */
    @Transactional
    RevisionSnapshot requestWithdrawal(RevisionId id, String reason, Actor actor) {
        return change(id, actor, (agency, revision) -> withdrawals.request(agency, revision, reason, actor));
    }

    private RevisionSnapshot change(RevisionId id, Actor actor, BiConsumer<AgencyReports, TrackedRevision> change) {
        LoadedReports loaded = repository.lock(List.of(new FilingId(id.agency(), id.year())), actor);
        AgencyReports agency = loaded.require(id.agency());
        ReportHistory history = agency.history(id.year());
        TrackedRevision revision = history.revision(id.revision()).orElseGet(() -> closed(agency, id));
        change.accept(agency, revision);
        repository.save(loaded);
        return history.snapshot(revision);
    }

    /**
     * Returns a revision that is not loaded because it is out of force. It cannot be changed again. Of tests, all revisions
     * are loaded.
     */
    private static TrackedRevision closed(AgencyReports agency, RevisionId id) {
        if (agency.isInSandbox()) {
            throw NotFound.revision(id);
        }
        Revision revision = Revision.<Revision>findByIdOptional(id).orElseThrow(() -> NotFound.revision(id));
        return TrackedRevision.stored(revision.row(), List.of());
    }
}
