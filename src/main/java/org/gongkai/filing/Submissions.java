package org.gongkai.filing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.http.Actor;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Agencies;
import org.gongkai.report.Language;
import org.gongkai.rules.Fault;
import org.gongkai.rules.Reading;

/** Takes reports in: checks them, and stores what passes. */
@ApplicationScoped
public class Submissions {

    private final Dossiers dossiers;
    private final Filings filings;
    private final Explanations explanations;
    private final Review review;

    Submissions(Dossiers dossiers, Filings filings, Explanations explanations, Review review) {
        this.dossiers = dossiers;
        this.filings = filings;
        this.explanations = explanations;
        this.review = review;
    }

    /**
     * Takes a report in.
     *
     * @throws ProblemException when it is refused; then nothing is stored
     */
    @Transactional
    public void submit(Submission submission) {
        submit(new Conditional(prepare(submission), newest -> {}));
    }

    /**
     * Takes a report in, on a condition.
     *
     * @throws ProblemException when it is refused; then nothing is stored
     */
    @Transactional
    Submitted submit(Conditional submission) {
        Dossiers.Desk desk = dossiers.open(reports(List.of(submission.prepared())));
        Submitted submitted = submit(desk, submission);
        dossiers.store(desk);
        return submitted;
    }

    /**
     * Takes reports of different agencies in, in one transaction. What is refused leaves no trace in it.
     *
     * @return what became of each, in order; those of agencies that are unknown, or that somebody else is writing to, have failed
     */
    @Transactional
    List<Attempt> submitJointly(List<Conditional> all) {
        Dossiers.Desk desk = dossiers.openFree(
                reports(all.stream().map(Conditional::prepared).toList()));
        List<Attempt> attempts =
                all.stream().map(submission -> attempt(desk, submission)).toList();
        dossiers.store(desk);
        requireToBeStored();
        return attempts;
    }

    /**
     * Takes several in, as if one after the other, in one transaction. What is refused leaves no trace in it.
     *
     * @param language the language of the receipts
     * @return what became of each, in order
     */
    @Transactional
    List<Outcome> submitAll(List<Prepared> all, Language language) {
        Dossiers.Desk desk = dossiers.open(reports(all));
        List<Outcome> outcomes =
                all.stream().map(prepared -> outcome(desk, prepared, language)).toList();
        dossiers.store(desk);
        requireToBeStored();
        return outcomes;
    }

    private static void requireToBeStored() {
        if (QuarkusTransaction.isRollbackOnly()) {
            throw new IllegalStateException("What was taken in together would not be stored");
        }
    }

    /** Checks a report by itself. */
    Prepared prepare(Submission submission) {
        Reading reading = submission.read();
        return new Prepared(
                submission,
                reading,
                reading.faults().isEmpty() ? Optional.of(CheckedReport.of(reading)) : Optional.empty());
    }

    /**
     * Refuses what is wrong by itself.
     *
     * @throws ProblemException with every reason
     */
    @Transactional
    void check(Prepared prepared) {
        refuse(prepared);
    }

    /** Explains warnings of the newest revision. */
    @Transactional
    Submitted explain(String agency, int year, List<ExplanationEntry> entries, Actor actor) {
        Dossiers.Desk desk = dossiers.open(List.of(FilingId.of(agency, year)));
        Dossier dossier = desk.require(agency);
        Docket docket = dossier.docket(year);
        KeptRevision newest = docket.newest().orElseThrow(() -> Unknown.report(agency, year));
        explain(dossier, newest, explanations.of(docket.id(), newest.faults(), entries, actor), actor);
        dossiers.store(desk);
        return new Submitted(newest.revision(), docket.remarks(newest), false);
    }

    /** Decides on a revision. */
    @Transactional
    Submitted decide(RevisionId id, Decision decision, Actor actor) {
        Dossiers.Desk desk = dossiers.open(List.of(FilingId.of(id.agency(), id.year())));
        Dossier dossier = desk.require(id.agency());
        Docket docket = dossier.docket(id.year());
        KeptRevision revision = docket.revision(id.revision()).orElseGet(() -> decided(id));
        review.decide(dossier, revision, decision, actor);
        dossiers.store(desk);
        return new Submitted(revision.revision(), docket.remarks(revision), false);
    }

    /** Says what a submission would be answered, and stores nothing. */
    @Transactional
    public Validation validate(Submission submission, Language language) {
        Dossier dossier = dossiers.view(submission.filing());
        Reading reading = submission.read();
        if (!reading.faults().isEmpty()) {
            return Validation.refused(reading, language);
        }
        CheckedReport report = CheckedReport.of(reading);
        Docket docket = dossier.docket(submission.year().value());
        List<Fault> faults =
                Findings.judge(dossier.situation(report.contents(), docket.firstSubmittedOr(submission.receivedAt())));
        Remarks remarks = docket.remarks(faults)
                .with(explanations.of(docket.id(), faults, submission.explanations(), submission.actor()));
        RevisionStatus status = docket.newest()
                .filter(newest -> isSame(newest, report))
                .map(newest -> newest.revision().status)
                .filter(known -> known != RevisionStatus.SUBMITTED)
                .orElse(review.acceptsByItself(remarks) ? RevisionStatus.ACCEPTED : RevisionStatus.SUBMITTED);
        return Validation.of(remarks, status, report.contentHash(), language);
    }

    /** The dossier has none of those that were returned or superseded, nor what was found in them; nothing can become of them. */
    private static KeptRevision decided(RevisionId id) {
        Revision revision = Revision.<Revision>findByIdOptional(id).orElseThrow(() -> Unknown.revision(id));
        return KeptRevision.stored(revision, List.of());
    }

    /** Of those that can be stored. */
    private static List<FilingId> reports(List<Prepared> all) {
        return all.stream()
                .filter(prepared -> prepared.report().isPresent())
                .map(prepared -> prepared.submission().filing())
                .toList();
    }

    private Outcome outcome(Dossiers.Desk desk, Prepared prepared, Language language) {
        try {
            return Outcome.of(submit(desk, new Conditional(prepared, newest -> {})), language);
        } catch (ProblemException refused) {
            return Outcome.of(refused);
        }
    }

    private Attempt attempt(Dossiers.Desk desk, Conditional submission) {
        if (!desk.has(submission.prepared().submission().agency())) {
            return Attempt.FAILED;
        }
        try {
            return Attempt.of(submit(desk, submission));
        } catch (ProblemException refused) {
            return Attempt.refused(refused);
        }
    }

    private Submitted submit(Dossiers.Desk desk, Conditional conditional) {
        Prepared prepared = conditional.prepared();
        if (prepared.report().isEmpty()) {
            refuse(prepared);
        }
        Submission submission = prepared.submission();
        Dossier dossier = desk.require(submission.agency());
        return submit(dossier, submission, prepared.report().orElseThrow(), conditional.precondition());
    }

    /** No method of its own transaction: what one of these throws would take everything else in the transaction with it. */
    private static void refuse(Prepared prepared) {
        Agencies.require(prepared.submission().agency());
        CheckedReport.refuse(prepared.reading());
    }

    /** Everything that may refuse the submission comes before anything is changed. */
    private Submitted submit(
            Dossier dossier, Submission submission, CheckedReport report, Consumer<Optional<Revision>> precondition) {
        Docket docket = dossier.docket(submission.year().value());
        precondition.accept(docket.newest().map(KeptRevision::revision));
        Optional<KeptRevision> unchanged = docket.newest().filter(newest -> isSame(newest, report));
        List<Fault> faults = unchanged
                .map(KeptRevision::faults)
                .orElseGet(() -> Findings.judge(
                        dossier.situation(report.contents(), docket.firstSubmittedOr(submission.receivedAt()))));
        List<Explanation> given = explanations.of(docket.id(), faults, submission.explanations(), submission.actor());
        KeptRevision kept = unchanged.orElseGet(() -> filings.add(dossier, submission, report, faults));
        explain(dossier, kept, given, submission.actor());
        return new Submitted(kept.revision(), docket.remarks(kept), unchanged.isEmpty());
    }

    private void explain(Dossier dossier, KeptRevision newest, List<Explanation> given, Actor actor) {
        explanations.add(dossier, newest, given, actor);
        review.settle(dossier, newest);
    }

    /** Who hands in again what was returned insists on it, and is heard anew. */
    private static boolean isSame(KeptRevision newest, CheckedReport report) {
        return !newest.is(RevisionStatus.RETURNED)
                && newest.revision().contentHash.equals(report.contentHash());
    }
}
