package org.gongkai.filing.revalidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.LoadedReports;
import org.gongkai.filing.store.ReportRepository;
import org.gongkai.filing.store.StoredReports;
import org.gongkai.filing.store.TrackedRevision;
import org.gongkai.rules.Finding;
import org.gongkai.rules.book.AgainstDepartments;
import org.gongkai.rules.book.RuleBook;
import org.hibernate.Session;

/**
 * Checks the reports of a few agencies, in one small transaction that locks them as a batch of submissions does. The run and
 * its progress are written in the same transaction, so a step is done once, and a run that was cancelled makes no further
 * one. Reports that are submitted meanwhile have the findings of the current rule book.
 */
@ApplicationScoped
class RevalidationStep {

    private static final int AGENCIES_AT_ONCE = 8;

    /** Renews the lease. It matches no row if another replica has taken over, or if the run has ended. */
    private static final String RENEW = """
            update revalidation set leased_until = clock_timestamp() + make_interval(secs => :seconds)
            where id = :id and lease = :lease and state = 'RUNNING'""";

    private final Session session;
    private final StoredReports storedReports;
    private final ReportRepository repository;
    private final ReportReader reader;
    private final RevalidationRuns runs;
    private final AuditLog auditLog;

    RevalidationStep(
            Session session,
            StoredReports storedReports,
            ReportRepository repository,
            ReportReader reader,
            RevalidationRuns runs,
            AuditLog auditLog) {
        this.session = session;
        this.storedReports = storedReports;
        this.repository = repository;
        this.reader = reader;
        this.runs = runs;
        this.auditLog = auditLog;
    }

    /**
     * Makes the next step of a run.
     *
     * @param lease the right of the replica to do so
     * @return whether there may be another step
     */
    @Transactional
    boolean next(long id, UUID lease) {
        if (!renew(id, lease)) {
            return false;
        }
        Revalidation run = Revalidation.findById(id, LockModeType.PESSIMISTIC_WRITE);
        List<String> agencies = storedReports.agenciesAfter(run.selection(), run.afterAgency, AGENCIES_AT_ONCE);
        if (agencies.isEmpty()) {
            run.total = run.checked;
            runs.finish(run, RevalidationState.DONE);
            return false;
        }
        LoadedReports loaded = repository.lock(storedReports.reports(run.selection(), agencies));
        loaded.byAgency().values().forEach(agency -> check(run, agency));
        repository.save(loaded);
        run.afterAgency = agencies.get(agencies.size() - 1);
        run.total = Math.max(run.total, run.checked);
        run.failures = 0;
        return true;
    }

    private boolean renew(long id, UUID lease) {
        return session.createNativeMutationQuery(RENEW)
                        .setParameter("id", id)
                        .setParameter("lease", lease)
                        .setParameter("seconds", RevalidationRuns.LEASE_SECONDS)
                        .executeUpdate()
                == 1;
    }

    private void check(Revalidation run, AgencyReports agency) {
        List<TrackedRevision> current = agency.current(run.reportYears());
        repository.loadForCheck(agency, current);
        current.forEach(revision -> check(run, agency, revision));
        run.checked += current.size();
    }

    private void check(Revalidation run, AgencyReports agency, TrackedRevision revision) {
        List<Finding> before = revision.findings();
        List<Finding> after = agency.findings(revision);
        revision.replaceFindings(after);
        record(run, agency, revision, RevalidationChange.Kind.REMOVED, Finding.notAmong(after, before));
        record(run, agency, revision, RevalidationChange.Kind.ADDED, Finding.notAmong(before, after));
    }

    private void record(
            Revalidation run,
            AgencyReports agency,
            TrackedRevision revision,
            RevalidationChange.Kind kind,
            List<Finding> findings) {
        Instant now = auditLog.now();
        Map<String, RevalidationChange.Reason> reasons = new HashMap<>();
        for (Finding finding : findings) {
            RevalidationChange.Reason reason =
                    reasons.computeIfAbsent(finding.rule(), rule -> reason(agency, revision, rule));
            RevalidationChange.of(run, revision.row().id(), kind, reason, finding, reader.write(finding), now)
                    .persist();
        }
    }

    /** Returns why the findings of a rule have changed. A government that is compared with its departments is looked at first. */
    private static RevalidationChange.Reason reason(AgencyReports agency, TrackedRevision revision, String rule) {
        if (rule.equals(AgainstDepartments.RULE) && agency.haveDepartmentsChangedSince(revision)) {
            return RevalidationChange.Reason.DEPARTMENTS;
        }
        return RuleBook.VERSION.equals(revision.row().ruleBook())
                ? RevalidationChange.Reason.OTHER_DATA
                : RevalidationChange.Reason.RULE_BOOK;
    }
}
