package org.gongkai.filing.submission;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.review.Explanations;
import org.gongkai.filing.review.Review;
import org.gongkai.filing.review.Reviews;
import org.gongkai.filing.revision.EntityTags;
import org.gongkai.filing.revision.ExplanationRow;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.Findings;
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
import org.gongkai.http.Preconditions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;
import org.gongkai.registry.ReportingAuthority;
import org.gongkai.rules.Finding;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** Stores validated reports as revisions. */
@ApplicationScoped
public class Submissions {

    /** A proxy that compresses answers makes their tags weak. */
    private static final Text WEAK_TAG = new Text(
            "If-Match 中有弱标记（W/ 开头），弱标记从不匹配；可能是中间的代理改写了 ETag。请去掉 W/ 后重试。%s",
            "If-Match has a weak tag (W/), which never matches; a proxy may have changed the ETag. Repeat the request"
                    + " without W/. %s");

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
     * @return the result of each report, in order
     */
    @Transactional
    public List<SubmissionResult> commit(List<? extends ValidatedReport> reports) {
        LoadedReports loaded = repository.lock(filings(reports), contents(reports));
        List<SubmissionResult> results =
                reports.stream().map(report -> result(loaded, report)).toList();
        save(loaded);
        return results;
    }

    /**
     * Stores reports of different agencies in one transaction, without waiting for a lock. A rejected report leaves no
     * trace in it.
     *
     * @return the result of each report, in order; empty where the agency is locked by another transaction, or unknown
     */
    @Transactional
    List<Optional<SubmissionResult>> commitAvailable(List<Valid> reports) {
        LoadedReports loaded = repository.lockAvailable(filings(reports), contents(reports));
        List<Optional<SubmissionResult>> results = reports.stream()
                .map(report -> loaded.has(report.submission().agency())
                        ? Optional.of(result(loaded, report))
                        : Optional.<SubmissionResult>empty())
                .toList();
        save(loaded);
        return results;
    }

    /** Locks the agencies whose reports the current transaction is going to store. */
    @Transactional
    public void lockAgencies(SortedSet<String> agencies) {
        repository.lockAgencies(agencies);
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
        AgencyReports agency = repository.view(submission.filing(), contents(List.of(report)));
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
                .with(explanations.of(history.id(), found, submission.explanations(), submission.actor()));
        RevisionStatus status = history.newest()
                .filter(newest -> hasSameContent(newest, report))
                .map(newest -> newest.row().status())
                .filter(known -> known != RevisionStatus.SUBMITTED)
                .orElse(review.acceptsAutomatically(findings) ? RevisionStatus.ACCEPTED : RevisionStatus.SUBMITTED);
        return Validation.valid(findings, status, report.contentHash(), language);
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
        refuseLostUpdate(history, submission);
        Optional<TrackedRevision> unchanged = history.newest().filter(newest -> hasSameContent(newest, report));
        List<Finding> findings =
                unchanged.map(TrackedRevision::findings).orElseGet(() -> findings(agency, history, report));
        List<ExplanationRow> given =
                explanations.of(history.id(), findings, submission.explanations(), submission.actor());
        TrackedRevision revision = unchanged.orElseGet(() -> addRevision(agency, report, findings));
        reviews.applyExplanations(agency, revision, given, submission.actor());
        return unchanged.isPresent()
                ? new Unchanged(history.snapshot(revision))
                : new Stored(history.snapshot(revision));
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

    private static void refuseLostUpdate(ReportHistory history, Submission submission) {
        Optional<RevisionRow> newest = history.newest().map(TrackedRevision::row);
        Preconditions preconditions = submission.preconditions();
        if (!preconditions.allowChange(newest.map(EntityTags::of))) {
            Text state = newest.map(
                            revision -> new Text("最新版本为第 %s 版", "The newest revision is %s").with(revision.revision()))
                    .orElse(new Text("尚未报送", "Nothing has been submitted yet"));
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED, preconditions.requiresWeakTag() ? WEAK_TAG.with(state) : state);
        }
    }

    private TrackedRevision addRevision(AgencyReports agency, Valid report, List<Finding> findings) {
        Submission submission = report.submission();
        ReportHistory history = agency.history(submission.year().value());
        RevisionRow row = RevisionRow.submitted(
                history.nextId(),
                report.json(),
                report.contentHash(),
                report.contents().figures().areAllZero(),
                auditLog.now(),
                submission.actor().name());
        TrackedRevision revision = TrackedRevision.added(row, report.contents(), findings);
        agency.add(history, revision, submission.receivedAt());
        agency.add(auditLog.event(
                row.entry(EventType.REPORT_SUBMITTED)
                        .to(Map.of("status", row.status(), "contentHash", row.contentHash())),
                submission.actor()));
        return revision;
    }

    /** A report that is submitted again unchanged after it was returned or withdrawn makes a new revision. */
    private static boolean hasSameContent(TrackedRevision newest, Valid report) {
        return !newest.is(RevisionStatus.RETURNED)
                && !newest.is(RevisionStatus.WITHDRAWN)
                && newest.row().contentHash().equals(report.contentHash());
    }
}
