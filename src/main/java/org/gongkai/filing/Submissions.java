package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.http.Actor;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;
import org.gongkai.report.Language;
import org.gongkai.rules.Fault;

/** Takes reports in: checks them, and stores what passes. */
@ApplicationScoped
public class Submissions {

    private final ReportReader reader;
    private final Filings filings;
    private final Findings findings;
    private final Precedents precedents;
    private final Explanations explanations;
    private final Review review;

    Submissions(
            ReportReader reader,
            Filings filings,
            Findings findings,
            Precedents precedents,
            Explanations explanations,
            Review review) {
        this.reader = reader;
        this.filings = filings;
        this.findings = findings;
        this.precedents = precedents;
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
        Agencies.require(submission.agency());
        CheckedReport report = reader.check(reader.read(submission.year(), submission.report()));
        Agency agency = Agencies.lock(submission.agency());
        Optional<Revision> newest = Revision.newest(submission.filing());
        precondition.accept(newest);
        Optional<Revision> unchanged = newest.filter(known -> isSame(known, report));
        Revision revision = unchanged.orElseGet(() -> filings.add(submission, agency, report));
        Remarks remarks =
                unchanged.isPresent() ? findings.of(revision) : findings.record(revision, agency, report.contents());
        return new Submitted(
                revision,
                explain(revision, remarks, submission.explanations(), submission.actor()),
                unchanged.isEmpty());
    }

    /**
     * Checks a report by itself.
     *
     * @throws ProblemException when it would be refused
     */
    @Transactional
    void check(Submission submission) {
        Agencies.require(submission.agency());
        reader.read(submission.year(), submission.report()).refuse();
    }

    /** Explains warnings of the newest revision. */
    @Transactional
    Submitted explain(String agency, int year, List<ExplanationEntry> entries, Actor actor) {
        Agencies.lock(agency);
        Revision newest = Revision.newest(FilingId.of(agency, year)).orElseThrow(() -> Unknown.report(agency, year));
        return new Submitted(newest, explain(newest, findings.of(newest), entries, actor), false);
    }

    /** Decides on a revision. */
    @Transactional
    Submitted decide(RevisionId id, Decision decision, Actor actor) {
        Agencies.lock(id.agency());
        Revision revision = Revision.<Revision>findByIdOptional(id).orElseThrow(() -> Unknown.revision(id));
        review.decide(revision, decision, actor);
        return new Submitted(revision, findings.of(revision), false);
    }

    /** Says what a submission would be answered, and stores nothing. */
    @Transactional
    Validation validate(Submission submission, Language language) {
        Agency agency = Agencies.require(submission.agency());
        Reading reading = reader.read(submission.year(), submission.report());
        if (!reading.faults().isEmpty()) {
            return Validation.refused(reading, language);
        }
        CheckedReport report = reader.check(reading);
        Optional<Revision> newest = Revision.newest(submission.filing());
        Optional<Revision> unchanged = newest.filter(known -> isSame(known, report));
        List<Fault> faults = Findings.judge(precedents.of(
                agency,
                report.contents(),
                newest.map(known -> known.filing.firstSubmittedAt).orElseGet(submission::receivedAt)));
        Remarks remarks = new Remarks(faults, Explanation.of(submission.filing()))
                .with(explanations.check(submission.filing(), faults, submission.explanations(), submission.actor()));
        RevisionStatus status = unchanged
                .map(known -> known.status)
                .filter(known -> known != RevisionStatus.SUBMITTED)
                .orElse(review.acceptsByItself(remarks) ? RevisionStatus.ACCEPTED : RevisionStatus.SUBMITTED);
        return Validation.of(remarks, status, report.contentHash(), language);
    }

    /** Who hands in again what was returned insists on it, and is heard anew. */
    private static boolean isSame(Revision newest, CheckedReport report) {
        return newest.status != RevisionStatus.RETURNED && newest.contentHash.equals(report.contentHash());
    }

    private Remarks explain(Revision newest, Remarks known, List<ExplanationEntry> entries, Actor actor) {
        Remarks remarks = known.with(explanations.add(newest, known.faults(), entries, actor));
        review.settle(newest, remarks);
        return remarks;
    }
}
