package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.gongkai.cycle.Deadlines;
import org.gongkai.registry.Agency;
import org.gongkai.report.Contents;
import org.gongkai.rules.RuleBook;
import org.gongkai.rules.Situation;

/** What else a report is judged by: the agency's reports in force for earlier years, its powers, the deadline. */
@ApplicationScoped
class Precedents {

    private final EntityManager entities;
    private final ReportReader reader;

    Precedents(EntityManager entities, ReportReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    Situation of(Agency agency, Contents report, Instant firstSubmitted) {
        int year = report.year();
        return new Situation(
                report,
                inForce(agency.code, year - RuleBook.YEARS_OF_HISTORY, year - 1),
                agency.mayMakeRules(),
                firstSubmitted,
                Deadlines.dueFor(agency, year));
    }

    /** The reports in force for a range of years, the latest first. */
    List<Contents> inForce(String agency, int first, int last) {
        return entities
                .createQuery("""
                        select r.id.year, r.content from Revision r
                        where r.id.agency = :agency and r.id.year between :first and :last and r.status = :inForce
                        order by r.id.year desc""", Object[].class)
                .setParameter("agency", agency)
                .setParameter("first", (short) first)
                .setParameter("last", (short) last)
                .setParameter("inForce", RevisionStatus.ACCEPTED)
                .getResultList()
                .stream()
                .map(row -> reader.contents((short) row[0], (String) row[1]))
                .toList();
    }
}
