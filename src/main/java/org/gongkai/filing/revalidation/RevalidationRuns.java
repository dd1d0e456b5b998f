package org.gongkai.filing.revalidation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.filing.store.StoredReports;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.book.RuleBook;
import org.gongkai.security.Actor;
import org.gongkai.text.Text;
import org.hibernate.Session;

/** Starts and ends runs, and gives the right to go on with one to one replica at a time. */
@ApplicationScoped
class RevalidationRuns {

    /** The duration of the right, which each step renews. A replica that is killed does not, and another takes over. */
    static final double LEASE_SECONDS = 30;

    /** The number of failures in a row after which a run ends. */
    private static final int MAX_FAILURES = 20;

    private static final String ONE_AT_A_TIME = "select 1 from pg_advisory_xact_lock(hashtext('revalidation'))";

    private static final String CLAIM = """
            update revalidation
            set lease = :lease, leased_until = clock_timestamp() + make_interval(secs => :seconds)
            where state = 'RUNNING' and (lease = :lease or leased_until is null or leased_until <= clock_timestamp())
            returning id""";

    private static final Text RUNNING =
            new Text("第 %s 次复核正在进行，请等它结束或先取消", "Revalidation %s is running; wait for its end, or cancel it");
    private static final Text ENDED = new Text("第 %s 次复核已经结束", "Revalidation %s has ended");

    private final Session session;
    private final StoredReports storedReports;
    private final AuditLog auditLog;

    RevalidationRuns(Session session, StoredReports storedReports, AuditLog auditLog) {
        this.session = session;
        this.storedReports = storedReports;
        this.auditLog = auditLog;
    }

    /**
     * Starts a run.
     *
     * @param years the report years; {@code null} for all
     * @param district code of the district; {@code null} for all
     * @throws ProblemException if another one is running
     */
    Revalidation start(List<Integer> years, String district, Actor actor) {
        session.createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
        Revalidation.<Revalidation>find("state", RevalidationState.RUNNING)
                .firstResultOptional()
                .ifPresent(running -> {
                    throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, RUNNING.with(running.id));
                });
        Revalidation run = new Revalidation();
        run.state = RevalidationState.RUNNING;
        run.ruleBook = RuleBook.VERSION;
        run.years =
                years == null ? null : years.stream().map(Integer::shortValue).toArray(Short[]::new);
        run.district = district;
        run.afterAgency = "";
        run.total = Math.toIntExact(storedReports.count(run.selection()));
        run.startedAt = auditLog.now();
        run.startedBy = actor.name();
        run.persistAndFlush();
        auditLog.record(entry(EventType.REVALIDATION_STARTED, run).with(scope(run)), actor);
        return run;
    }

    /**
     * Cancels a run. A step that is under way ends first.
     *
     * @throws ProblemException if the run is unknown, or has ended
     */
    Revalidation cancel(long id, Actor actor) {
        Revalidation run = Revalidation.<Revalidation>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_REVALIDATION));
        if (run.state != RevalidationState.RUNNING) {
            throw new ProblemException(ProblemType.ILLEGAL_TRANSITION, ENDED.with(id));
        }
        run.cancelledBy = actor.name();
        end(run, RevalidationState.CANCELLED, EventType.REVALIDATION_CANCELLED, actor);
        return run;
    }

    /** Ends a run that was not cancelled, in the name of the caller who started it. */
    void finish(Revalidation run, RevalidationState end) {
        end(run, end, EventType.REPORTS_REVALIDATED, new Actor(run.startedBy, null, false));
    }

    private void end(Revalidation run, RevalidationState end, EventType event, Actor actor) {
        run.finish(end, auditLog.now());
        session.flush();
        auditLog.record(entry(event, run).with(result(run)), actor);
    }

    private static AuditEntry entry(EventType event, Revalidation run) {
        return AuditEntry.of(event, "revalidations/" + run.id, null, null);
    }

    private static Map<String, Object> scope(Revalidation run) {
        Map<String, Object> scope = new LinkedHashMap<>();
        scope.put("ruleBook", run.ruleBook);
        Optional.ofNullable(run.reportYears()).ifPresent(years -> scope.put("years", years));
        Optional.ofNullable(run.district).ifPresent(district -> scope.put("district", district));
        scope.put("reports", run.total);
        return scope;
    }

    private Map<String, Object> result(Revalidation run) {
        RuleCounts counts = RuleCounts.of(session, run.id);
        return Map.of(
                "state",
                run.state,
                "ruleBook",
                run.ruleBook,
                "reports",
                run.checked,
                "added",
                counts.added(),
                "removed",
                counts.removed());
    }

    /** Takes the right to go on with the run, unless another replica has it. */
    @Transactional
    Optional<Long> claim(UUID lease) {
        return session
                .createNativeQuery(CLAIM, Long.class)
                .setParameter("lease", lease)
                .setParameter("seconds", LEASE_SECONDS)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** Counts a failure of a step, and ends the run after too many. */
    @Transactional
    void failed(long id) {
        Revalidation run = Revalidation.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (run.state == RevalidationState.RUNNING && ++run.failures >= MAX_FAILURES) {
            finish(run, RevalidationState.FAILED);
        }
    }
}
