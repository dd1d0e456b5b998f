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
        submit(submission, newest -> {});
    }

    /**
     * Takes a report in, on a condition.
     *
     * @param precondition is given the newest revision, if there is one, and throws to refuse the submission
     * @throws ProblemException when it is refused; then nothing is stored
     */
    @Transactional
    Submitted submit(Submission submission, Consumer<Optional<Revision>> precondition) {
        Prepared prepared = prepare(submission);
        Dossiers.Desk desk = dossiers.open(reports(List.of(prepared)));
        Submitted submitted = submit(desk, prepared, precondition);
        dossiers.store(desk);
        return submitted;
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
        if (QuarkusTransaction.isRollbackOnly()) {
            throw new IllegalStateException("What was taken in together would not be stored");
        }
        return outcomes;
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
            return Outcome.of(submit(desk, prepared, newest -> {}), language);
        } catch (ProblemException refused) {
            return Outcome.of(refused);
        }
    }

    private Submitted submit(Dossiers.Desk desk, Prepared prepared, Consumer<Optional<Revision>> precondition) {
        if (prepared.report().isEmpty()) {
            refuse(prepared);
        }
        Submission submission = prepared.submission();
        Dossier dossier = desk.require(submission.agency());
        return submit(dossier, submission, prepared.report().orElseThrow(), precondition);
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
