package org.gongkai.filing.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.review.Explanations;
import org.gongkai.filing.review.LostUpdates;
import org.gongkai.filing.review.Review;
import org.gongkai.filing.review.Reviews;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.Findings;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.LoadedReports;
import org.gongkai.filing.store.ReportContent;
import org.gongkai.filing.store.ReportHistory;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.filing.submission.SubmissionResult.Rejected;
import org.gongkai.filing.submission.SubmissionResult.Stored;
import org.gongkai.filing.submission.SubmissionResult.Unchanged;
import org.gongkai.filing.submission.ValidatedReport.Invalid;
import org.gongkai.filing.submission.ValidatedReport.Valid;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.Agency;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.agency.ReportingAuthority;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Actor;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** Stores validated reports as revisions. */
@ApplicationScoped
public class Submissions {

    private static final Text REASON_MISSING = new Text(
            "第 %s 版已经生效，报送不同的内容即为更正，须用 changeReason 说明更正原因",
            "Revision %s is in force: a report with other content corrects it, and changeReason must say why");

    private final ReportRepository repository;
    private final Explanations explanations;
    private final Review review;
    private final Reviews reviews;
    private final AuditLog auditLog;

    Submissions(
            ReportRepository repository, Explanations explanations, Review review, Reviews reviews, AuditLog auditLog) {
        this.repository = repository;
        this.explanations = explanations;
        this.review = review;
        this.reviews = reviews;
        this.auditLog = auditLog;
    }

    /**
     * Stores reports in one transaction, one after the other. A rejected report leaves no trace in it.
     *
     * @param actor the submitter of all reports
     * @return the result of each report, in order
     */
    @Transactional
    public List<SubmissionResult> commit(List<? extends ValidatedReport> reports, Actor actor) {
        LoadedReports loaded = repository.lock(filings(reports), contents(reports), actor);
        List<SubmissionResult> results =
                reports.stream().map(report -> result(loaded, report)).toList();
        save(loaded);
        return results;
    }

    /**
     * Stores reports of different agencies in one transaction, without waiting for a lock. A rejected report leaves no
     * trace in it.
     *
     * @param inGroup whether they belong to different clients, so that none must wait for the departments' sum that a
     *     government's report is compared with
     * @return the result of each report, in order; empty where the agency is locked by another transaction, or unknown, and in
     *     a group for a government
     */
    @Transactional
    List<Optional<SubmissionResult>> commitAvailable(List<Valid> reports, boolean inGroup) {
        LoadedReports loaded = repository.lockAvailable(filings(reports), contents(reports));
        List<Optional<SubmissionResult>> results = reports.stream()
                .map(report -> canStore(loaded, report.submission().agency(), inGroup)
                        ? Optional.of(result(loaded, report))
                        : Optional.<SubmissionResult>empty())
                .toList();
        save(loaded);
        return results;
    }

    private static boolean canStore(LoadedReports loaded, String agency, boolean inGroup) {
        return loaded.has(agency)
                && !(inGroup && loaded.require(agency).agency().kind() == AgencyKind.GOVERNMENT);
    }

    /** Locks the agencies whose reports the current transaction is going to store, or the sandbox of the actor. */
    @Transactional
    public void lockAgencies(SortedSet<String> agencies, Actor actor) {
        repository.lockAgencies(agencies, actor);
    }

    /** Returns the rejection of a report that cannot be stored whatever is stored already. */
    @Transactional
    public Optional<Rejected> check(ValidatedReport report) {
        try {
            if (report instanceof Invalid invalid) {
                return Optional.of(rejected(invalid));
            }
            Submission submission = ((Valid) report).submission();
            Agency agency = Agencies.require(submission.agency());
            return refusalOfYear(agency.validFrom, agency.validTo, submission).map(Rejected::new);
        } catch (ProblemException problem) {
            return Optional.of(new Rejected(problem));
        }
    }

    /** Returns the answer that a submission would get, and stores nothing. */
    @Transactional
    public Validation dryRun(Submission submission, Language language) {
        ValidatedReport report = ValidatedReport.of(submission);
        AgencyReports agency = repository.view(submission.filing(), contents(List.of(report)), submission.actor());
        return report instanceof Valid valid
                ? expectedResult(agency, valid, language)
                : Validation.rejected(ProblemException.of(((Invalid) report).reason()), language);
    }

    private Validation expectedResult(AgencyReports agency, Valid report, Language language) {
        Submission submission = report.submission();
        Optional<ProblemException> refusal = refusalOfYear(agency, submission);
        if (refusal.isPresent()) {
            return Validation.rejected(refusal.get(), language);
        }
        ReportHistory history = agency.history(submission.year().value());
        List<Finding> found = findings(agency, history, report);
        Findings findings = history.findings(found)
                .with(explanations.of(history.nextId(), found, submission.explanations(), submission.actor()));
        RevisionStatus status = history.newest()
                .filter(newest -> hasSameContent(newest, report))
                .map(newest -> newest.row().status())
                .filter(known -> known != RevisionStatus.SUBMITTED)
                .orElse(
                        review.acceptsAutomatically(agency, findings)
                                ? RevisionStatus.ACCEPTED
                                : RevisionStatus.SUBMITTED);
        Integer corrects =
                corrected(history, report).map(TrackedRevision::number).orElse(null);
        return Validation.valid(findings, status, report.contentHash(), corrects, language);
    }

    private static List<FilingId> filings(List<? extends ValidatedReport> reports) {
        return reports.stream()
                .flatMap(report -> report instanceof Valid valid
                        ? Stream.of(valid.submission().filing())
                        : Stream.of())
                .toList();
    }

    private static List<ReportContent> contents(List<? extends ValidatedReport> reports) {
        return reports.stream()
                .flatMap(report -> report instanceof Valid valid ? content(valid) : Stream.of())
                .toList();
    }

    private static Stream<ReportContent> content(Valid report) {
        return ReportContent.submittedNow(report.submission().filing(), report.contents(), report.contentHash())
                .stream();
    }

    private static List<Finding> findings(AgencyReports agency, ReportHistory history, Valid report) {
        Instant firstSubmitted = history.firstSubmittedOr(report.submission().receivedAt());
        return Review.findings(agency, report.contents(), report.contentHash(), firstSubmitted);
    }

    private void save(LoadedReports loaded) {
        repository.save(loaded);
        if (QuarkusTransaction.isRollbackOnly()) {
            throw new IllegalStateException("The transaction of the submissions is marked for rollback");
        }
    }

    private SubmissionResult result(LoadedReports loaded, ValidatedReport report) {
        try {
            return report instanceof Valid valid
                    ? store(loaded.require(valid.submission().agency()), valid)
                    : rejected((Invalid) report);
        } catch (ProblemException problem) {
            return new Rejected(problem);
        }
    }

    private static Rejected rejected(Invalid report) {
        report.agency().ifPresent(Agencies::require);
        return new Rejected(report.reason());
    }

    /** Checks everything that may reject the report before it changes anything. */
    private SubmissionResult store(AgencyReports agency, Valid report) {
        Submission submission = report.submission();
        ReportHistory history = agency.history(submission.year().value());
        refuseYear(agency, submission);
        LostUpdates.refuse(history, submission.preconditions());
        Optional<TrackedRevision> unchanged = history.newest().filter(newest -> hasSameContent(newest, report));
        if (unchanged.isEmpty()) {
            refuseWithoutReason(history, report);
        }
        List<Finding> findings =
                unchanged.map(TrackedRevision::findings).orElseGet(() -> findings(agency, history, report));
        RevisionId id = unchanged.map(newest -> newest.row().id()).orElseGet(history::nextId);
        List<ExplanationRow> given = explanations.of(id, findings, submission.explanations(), submission.actor());
        TrackedRevision revision = unchanged.orElseGet(() -> addRevision(agency, report, findings));
        reviews.applyExplanations(agency, revision, given, submission.actor());
        return unchanged.isPresent()
                ? new Unchanged(history.snapshot(revision))
                : new Stored(history.snapshot(revision));
    }

    /** Refuses a correction of the revision in force without a reason. */
    private static void refuseWithoutReason(ReportHistory history, Valid report) {
        if (report.submission().notes().changeReason() == null) {
            corrected(history, report).ifPresent(inForce -> {
                throw ProblemException.ofFindings(
                        ProblemType.REPORT_REJECTED,
                        List.of(Finding.ofShape(
                                "/" + NotesCheck.CHANGE_REASON, null, REASON_MISSING.with(inForce.number()))));
            });
        }
    }

    /** Returns the revision in force that the report corrects: it has other content. */
    private static Optional<TrackedRevision> corrected(ReportHistory history, Valid report) {
        return history.inForce().filter(inForce -> !inForce.row().contentHash().equals(report.contentHash()));
    }

    private static void refuseYear(AgencyReports agency, Submission submission) {
        refusalOfYear(agency, submission).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Returns the refusal of a report on a year that is not over, or in which the agency did not exist. */
    private static Optional<ProblemException> refusalOfYear(AgencyReports agency, Submission submission) {
        return refusalOfYear(agency.agency().validFrom(), agency.agency().validTo(), submission);
    }

    private static Optional<ProblemException> refusalOfYear(
            LocalDate validFrom, LocalDate validTo, Submission submission) {
        LocalDate today = BeijingTime.dayOf(submission.receivedAt());
        return ReportingAuthority.obstacle(validFrom, validTo, submission.year().value(), today)
                .map(obstacle -> ProblemException.ofFindings(
                        ProblemType.REPORT_REJECTED, List.of(Finding.ofShape("/year", null, obstacle))));
    }

    private TrackedRevision addRevision(AgencyReports agency, Valid report, List<Finding> findings) {
        Submission submission = report.submission();
        ReportHistory history = agency.history(submission.year().value());
        RevisionRow row = RevisionRow.submitted(
                history.nextId(),
                report.json(),
                report.contentHash(),
                report.contents().figures().areAllZero(),
                submission.nilStated().orElse(false),
                auditLog.now(),
                submission.actor().name(),
                submission.notes(),
                RuleBook.VERSION);
        TrackedRevision revision = TrackedRevision.added(row, report.contents(), findings);
        agency.add(history, revision, submission.receivedAt());
        agency.add(auditLog.event(row.entry(EventType.REPORT_SUBMITTED).to(state(row)), submission.actor()));
        return revision;
    }

    /** Returns the state of a new revision for the audit log, with the remarks of the agency. */
    private static Map<String, Object> state(RevisionRow row) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("status", row.status());
        state.put("contentHash", row.contentHash());
        if (row.nilStated()) {
            state.put("nilStated", true);
        }
        Optional.ofNullable(row.changeReason()).ifPresent(reason -> state.put(NotesCheck.CHANGE_REASON, reason));
        Optional.ofNullable(row.approvedBy()).ifPresent(name -> state.put(NotesCheck.APPROVED_BY, name));
        return state;
    }

    /** A report that is submitted again unchanged after it was returned or withdrawn makes a new revision. */
    private static boolean hasSameContent(TrackedRevision newest, Valid report) {
        return !newest.is(RevisionStatus.RETURNED)
                && !newest.is(RevisionStatus.WITHDRAWN)
                && newest.row().contentHash().equals(report.contentHash())
                && NilStatement.isSame(
                        report.submission().nilStated(), newest.row().nilStated());
    }
}
