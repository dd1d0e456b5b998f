package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.gongkai.cycle.DeadlinesMoved;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.LoadedReports;
import org.gongkai.filing.store.ReportRepository;

/** Checks again which reports are late, after deadlines have been moved. */
@ApplicationScoped
class Lateness {

    /** Agencies whose reports are late by the old or by the new deadline, in the order in which they are locked. */
    private static final String AFFECTED = """
            select f.id.agency from Filing f
            where f.id.year = :year and (:agency is null or f.id.agency = :agency)
              and f.firstSubmittedAt >= :earliest
            order by f.id.agency""";

    private final Review review;
    private final ReportRepository repository;
    private final EntityManager entities;

    Lateness(Review review, ReportRepository repository, EntityManager entities) {
        this.review = review;
        this.repository = repository;
        this.entities = entities;
    }

    /** Checks one agency at a time, so that thousands of reports are never in memory together. */
    void checkAgain(@Observes DeadlinesMoved moved) {
        List<String> agencies = entities.createQuery(AFFECTED, String.class)
                .setParameter("year", (short) moved.year())
                .setParameter("agency", moved.agency().orElse(null))
                .setParameter("earliest", moved.earliest())
                .getResultList();
        for (String code : agencies) {
            LoadedReports loaded = repository.lock(List.of(FilingId.of(code, moved.year())));
            AgencyReports agency = loaded.require(code);
            review.checkAgain(agency, moved.year(), Map.of("deadline", agency.dueFor(moved.year())));
            repository.save(loaded);
            entities.clear();
        }
    }
}
