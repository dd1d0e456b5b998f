package org.gongkai.filing.sandbox;

import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.filing.certification.TestsShown;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.http.idempotency.RequestRepeated;
import org.gongkai.security.Access;
import org.jboss.logging.Logger;

/** Keeps which cases of the certification were shown, by whom and when: a row for each holder and case, however often. */
@ApplicationScoped
class Evidence {

    private static final Logger LOG = Logger.getLogger(Evidence.class);

    private static final String ADD = """
            insert into sandbox_evidence as e (holder, shown, agency, year, at, last_at, times)
            values (:holder, :shown, :agency, cast(:year as smallint), :at, :at, 1)
            on conflict (holder, shown) do update set last_at = excluded.last_at, times = e.times + 1""";

    private final Access access;
    private final AuditLog auditLog;

    Evidence(Access access, AuditLog auditLog) {
        this.access = access;
        this.auditLog = auditLog;
    }

    /** Keeps what a test has shown once it is stored. A failure is logged: the submitter must get its answer. */
    void add(@Observes(during = TransactionPhase.AFTER_SUCCESS) TestsShown tests) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store(tests));
        } catch (RuntimeException failed) {
            LOG.warnf("The certification run of %s could not be continued: %s", tests.holder(), failed.getMessage());
        }
    }

    void add(@Observes RequestRepeated repeated) {
        if (access.isInSandbox()) {
            add(new TestsShown(repeated.subject(), Map.of(TestCase.REPEATED, Optional.empty())));
        }
    }

    /** Forgets what a holder has shown; returns the number of cases. */
    long forget(String holder) {
        return ShownCase.delete("id.holder", holder);
    }

    /** Writes the cases in a fixed order, so that two transactions cannot wait for each other. */
    private void store(TestsShown tests) {
        Instant now = auditLog.now();
        tests.cases().keySet().stream()
                .sorted()
                .forEach(shown -> store(tests.holder(), shown, tests.cases().get(shown), now));
    }

    private static void store(String holder, TestCase shown, Optional<FilingId> report, Instant now) {
        Panache.getEntityManager()
                .createNativeQuery(ADD)
                .setParameter("holder", holder)
                .setParameter("shown", shown.name())
                .setParameter("agency", report.map(FilingId::agency).orElse(null))
                .setParameter("year", report.map(FilingId::year).orElse(null))
                .setParameter("at", now)
                .executeUpdate();
    }
}
