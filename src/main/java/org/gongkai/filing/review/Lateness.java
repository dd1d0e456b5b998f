package org.gongkai.filing.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.gongkai.cycle.DeadlinesMoved;
import org.gongkai.filing.store.AgencyReports;
import org.gongkai.filing.store.FilingId;
import org.gongkai.filing.store.ReportRepository;

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
    private final ReportRepository reportRepository;
    private final EntityManager entities;

    Lateness(Review review, ReportRepository reportRepository, EntityManager entities) {
        this.review = review;
        this.reportRepository = reportRepository;
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
            ReportRepository.Desk desk = reportRepository.open(List.of(FilingId.of(agency, moved.year())));
            AgencyReports agencyReports = desk.require(agency);
            review.judgeAnew(agencyReports, moved.year(), Map.of("deadline", agencyReports.dueFor(moved.year())));
            reportRepository.store(desk);
            entities.clear();
        }
    }
}
