package org.gongkai.filing.review;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.store.LoadedReports;
import org.gongkai.filing.store.ReportRepository;
import org.hibernate.Session;

/**
 * Checks the reports of successors again, after a report of their predecessor has changed. The agencies would have to be
 * locked in another order than a batch locks them, so this happens in a transaction of its own.
 */
@ApplicationScoped
class Successors {

    /** All agencies that continue the tasks of one, also indirectly. */
    private static final String SUCCESSORS = """
            with recursive heir (code) as (
                select unnest(a.split_into || a.successor) from agency a where a.code = :agency
                union
                select unnest(a.split_into || a.successor) from heir h join agency a on a.code = h.code
            )
            select code from heir where code is not null order by code""";

    private final Review review;
    private final ReportRepository repository;
    private final Session session;

    Successors(Review review, ReportRepository repository, Session session) {
        this.review = review;
        this.repository = repository;
        this.session = session;
    }

    void checkAgain(@Observes(during = TransactionPhase.AFTER_SUCCESS) PredecessorChanged changed) {
        QuarkusTransaction.requiringNew().run(() -> checkSuccessors(changed));
    }

    /** Checks the reports on the next year, and on the same year: a predecessor that reports on it keeps its requests. */
    private void checkSuccessors(PredecessorChanged changed) {
        List<Integer> years = List.of(changed.year(), changed.year() + 1);
        List<FilingId> reports = successors(changed.agency()).stream()
                .flatMap(code -> years.stream().map(year -> FilingId.of(code, year)))
                .toList();
        LoadedReports loaded = repository.lock(reports);
        Map<String, ?> cause =
                Map.of("agency", changed.agency(), "year", changed.year(), "revision", changed.revision());
        loaded.byAgency().values().forEach(agency -> years.forEach(year -> review.checkAgain(agency, year, cause)));
        repository.save(loaded);
    }

    private List<String> successors(String agency) {
        return session.createNativeQuery(SUCCESSORS, String.class)
                .setParameter("agency", agency)
                .getResultList();
    }
}
