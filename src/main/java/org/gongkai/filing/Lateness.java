package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.gongkai.cycle.Deadlines;
import org.gongkai.cycle.DeadlinesMoved;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;

/** Says anew which reports were late, when deadlines have been moved. */
@ApplicationScoped
class Lateness {

    /** Those that are late by the one deadline or the other. */
    private static final String TO_JUDGE = """
            select f.id.agency from Filing f
            where f.id.year = :year and (:agency is null or f.id.agency = :agency)
              and f.firstSubmittedAt >= :earliest
            order by f.id.agency""";

    private final Review review;
    private final EntityManager entities;

    Lateness(Review review, EntityManager entities) {
        this.review = review;
        this.entities = entities;
    }

    /** In the order of the agencies, which is the order they are locked in; one by one, so that thousands need no memory. */
    void judgeAnew(@Observes DeadlinesMoved moved) {
        List<String> agencies = entities.createQuery(TO_JUDGE, String.class)
                .setParameter("year", (short) moved.year())
                .setParameter("agency", moved.agency().orElse(null))
                .setParameter("earliest", moved.earliest())
                .getResultList();
        for (String agency : agencies) {
            Agency owing = Agencies.lock(agency);
            review.judgeAnew(
                    FilingId.of(agency, moved.year()), Map.of("deadline", Deadlines.dueFor(owing, moved.year())));
            entities.flush();
            entities.clear();
        }
    }
}
