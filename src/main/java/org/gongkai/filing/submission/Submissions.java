package org.gongkai.filing.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.filing.review.DecisionRequest;
import org.gongkai.filing.review.Explanations;
import org.gongkai.filing.review.Review;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.CheckedReport;
import org.gongkai.filing.store.Explanation;
import org.gongkai.filing.store.ExplanationEntry;
import org.gongkai.filing.store.FilingId;
import org.gongkai.filing.store.Filings;
import org.gongkai.filing.store.Findings;
import org.gongkai.filing.store.Judge;
import org.gongkai.filing.store.NotFound;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionId;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.filing.store.Submission;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.problem.ProblemException;
import org.gongkai.registry.Agencies;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.ReportCheck;
import org.gongkai.security.Actor;
import org.gongkai.text.Language;

/** Takes reports in: checks them, and stores what passes. */
@ApplicationScoped
public class Submissions {

    private final ReportRepository reportRepository;
    private final Filings filings;
    private final Explanations explanations;
    private final Review review;

    Submissions(ReportRepository reportRepository, Filings filings, Explanations explanations, Review review) {
        this.reportRepository = reportRepository;
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
        ReportRepository.Desk desk = reportRepository.open(reports(List.of(submission.prepared())));
        Submitted submitted = submit(desk, submission);
        reportRepository.store(desk);
        return submitted;
    }

    /**
     * Takes reports of different agencies in, in one transaction. What is refused leaves no trace in it.
     *
     * @return what became of each, in order; those of agencies that are unknown, or that somebody else is writing to, have failed
     */
    @Transactional
    List<Attempt> submitJointly(List<Conditional> all) {
        ReportRepository.Desk desk = reportRepository.openFree(
                reports(all.stream().map(Conditional::prepared).toList()));
        List<Attempt> attempts =
                all.stream().map(submission -> attempt(desk, submission)).toList();
        reportRepository.store(desk);
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
    public List<Outcome> submitAll(List<ValidatedReport> all, Language language) {
        ReportRepository.Desk desk = reportRepository.open(reports(all));
        List<Outcome> outcomes = all.stream()
                .map(validatedReport -> outcome(desk, validatedReport, language))
                .toList();
        reportRepository.store(desk);
        requireToBeStored();
        return outcomes;
    }

    private static void requireToBeStored() {
        if (QuarkusTransaction.isRollbackOnly()) {
            throw new IllegalStateException("What was taken in together would not be stored");
        }
    }

    /** Checks a report by itself. */
    public ValidatedReport prepare(Submission submission) {
        ReportCheck reportCheck = submission.read();
        return new ValidatedReport(
                submission,
                reportCheck,
                reportCheck.findings().isEmpty() ? Optional.of(CheckedReport.of(reportCheck)) : Optional.empty());
    }

    /**
     * Refuses what is wrong by itself.
     *
     * @throws ProblemException with every reason
     */
    @Transactional
    public void check(ValidatedReport validatedReport) {
        refuse(validatedReport);
    }

    /** Explains warnings of the newest revision. */
    @Transactional
    public Submitted explain(String agency, int year, List<ExplanationEntry> entries, Actor actor) {
        ReportRepository.Desk desk = reportRepository.open(List.of(FilingId.of(agency, year)));
        AgencyReports agencyReports = desk.require(agency);
        ReportHistory reportHistory = agencyReports.docket(year);
        TrackedRevision newest = reportHistory.newest().orElseThrow(() -> NotFound.report(agency, year));
        explain(agencyReports, newest, explanations.of(reportHistory.id(), newest.faults(), entries, actor), actor);
        reportRepository.store(desk);
        return new Submitted(newest.revision(), reportHistory.remarks(newest), false);
    }

    /** Decides on a revision. */
    @Transactional
    public Submitted decide(RevisionId id, DecisionRequest decisionRequest, Actor actor) {
        ReportRepository.Desk desk = reportRepository.open(List.of(FilingId.of(id.agency(), id.year())));
        AgencyReports agencyReports = desk.require(id.agency());
        ReportHistory reportHistory = agencyReports.docket(id.year());
        TrackedRevision revision = reportHistory.revision(id.revision()).orElseGet(() -> decided(id));
        review.decide(agencyReports, revision, decisionRequest, actor);
        reportRepository.store(desk);
        return new Submitted(revision.revision(), reportHistory.remarks(revision), false);
    }

    /** Says what a submission would be answered, and stores nothing. */
    @Transactional
    public Validation validate(Submission submission, Language language) {
        AgencyReports agencyReports = reportRepository.view(submission.filing());
        ReportCheck reportCheck = submission.read();
        if (!reportCheck.findings().isEmpty()) {
            return Validation.refused(reportCheck, language);
        }
        CheckedReport report = CheckedReport.of(reportCheck);
        ReportHistory reportHistory = agencyReports.docket(submission.year().value());
        List<Finding> judged = Judge.judge(
                agencyReports.situation(report.contents(), reportHistory.firstSubmittedOr(submission.receivedAt())));
        Findings findings = reportHistory
                .remarks(judged)
                .with(explanations.of(reportHistory.id(), judged, submission.explanations(), submission.actor()));
        RevisionStatus status = reportHistory
                .newest()
                .filter(newest -> isSame(newest, report))
                .map(newest -> newest.revision().status)
                .filter(known -> known != RevisionStatus.SUBMITTED)
                .orElse(review.acceptsByItself(findings) ? RevisionStatus.ACCEPTED : RevisionStatus.SUBMITTED);
        return Validation.of(findings, status, report.contentHash(), language);
    }

    /** The dossier has none of those that were returned or superseded, nor what was found in them; nothing can become of them. */
    private static TrackedRevision decided(RevisionId id) {
        Revision revision = Revision.<Revision>findByIdOptional(id).orElseThrow(() -> NotFound.revision(id));
        return TrackedRevision.stored(revision, List.of());
    }

    /** Of those that can be stored. */
    private static List<FilingId> reports(List<ValidatedReport> all) {
        return all.stream()
                .filter(validatedReport -> validatedReport.report().isPresent())
                .map(validatedReport -> validatedReport.submission().filing())
                .toList();
    }

    private Outcome outcome(ReportRepository.Desk desk, ValidatedReport validatedReport, Language language) {
        try {
            return Outcome.of(submit(desk, new Conditional(validatedReport, newest -> {})), language);
        } catch (ProblemException refused) {
            return Outcome.of(refused);
        }
    }

    private Attempt attempt(ReportRepository.Desk desk, Conditional submission) {
        if (!desk.has(submission.prepared().submission().agency())) {
            return Attempt.FAILED;
        }
        try {
            return Attempt.of(submit(desk, submission));
        } catch (ProblemException refused) {
            return Attempt.refused(refused);
        }
    }

    private Submitted submit(ReportRepository.Desk desk, Conditional conditional) {
        ValidatedReport validatedReport = conditional.prepared();
        if (validatedReport.report().isEmpty()) {
            refuse(validatedReport);
        }
        Submission submission = validatedReport.submission();
        AgencyReports agencyReports = desk.require(submission.agency());
        return submit(agencyReports, submission, validatedReport.report().orElseThrow(), conditional.precondition());
    }

    /** No method of its own transaction: what one of these throws would take everything else in the transaction with it. */
    private static void refuse(ValidatedReport validatedReport) {
        Agencies.require(validatedReport.submission().agency());
        CheckedReport.refuse(validatedReport.reading());
    }

    /** Everything that may refuse the submission comes before anything is changed. */
    private Submitted submit(
            AgencyReports agencyReports,
            Submission submission,
            CheckedReport report,
            Consumer<Optional<Revision>> precondition) {
        ReportHistory reportHistory = agencyReports.docket(submission.year().value());
        precondition.accept(reportHistory.newest().map(TrackedRevision::revision));
        Optional<TrackedRevision> unchanged = reportHistory.newest().filter(newest -> isSame(newest, report));
        List<Finding> findings = unchanged
                .map(TrackedRevision::faults)
                .orElseGet(() -> Judge.judge(agencyReports.situation(
                        report.contents(), reportHistory.firstSubmittedOr(submission.receivedAt()))));
        List<Explanation> given =
                explanations.of(reportHistory.id(), findings, submission.explanations(), submission.actor());
        TrackedRevision kept = unchanged.orElseGet(() -> filings.add(agencyReports, submission, report, findings));
        explain(agencyReports, kept, given, submission.actor());
        return new Submitted(kept.revision(), reportHistory.remarks(kept), unchanged.isEmpty());
    }

    private void explain(AgencyReports agencyReports, TrackedRevision newest, List<Explanation> given, Actor actor) {
        explanations.add(agencyReports, newest, given, actor);
        review.settle(agencyReports, newest);
    }

    /** Who hands in again what was returned insists on it, and is heard anew. */
    private static boolean isSame(TrackedRevision newest, CheckedReport report) {
        return !newest.is(RevisionStatus.RETURNED)
                && newest.revision().contentHash.equals(report.contentHash());
    }
}
