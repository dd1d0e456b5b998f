package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps every revision. Submissions for one report queue on its filing, so none is lost and no number is given twice. */
@ApplicationScoped
class RevisionStore {

    private final EntityManager entities;
    private final FigureValues figureValues;

    RevisionStore(EntityManager entities, FigureValues figureValues) {
        this.entities = entities;
        this.figureValues = figureValues;
    }

    /**
     * Stores a checked report, unless its content is that of the newest revision.
     *
     * @param id which report it is
     * @param report its content
     * @param precondition is given the newest revision, if there is one, and throws to refuse the submission
     * @param at when it was received
     */
    @Transactional
    Submitted store(FilingId id, CheckedReport report, Consumer<Optional<Revision>> precondition, Instant at) {
        Filing filing = lock(id);
        Optional<Revision> newest = Revision.findByIdOptional(new RevisionId(id.agency(), id.year(), filing.revision));
        precondition.accept(newest);
        return newest.filter(revision -> revision.contentHash.equals(report.contentHash()))
                .map(unchanged -> new Submitted(unchanged, false))
                .orElseGet(() -> new Submitted(next(filing, report, at), true));
    }

    private Filing lock(FilingId id) {
        entities.createNativeQuery("insert into filing values (:agency, :year, 0) on conflict do nothing")
                .setParameter("agency", id.agency())
                .setParameter("year", id.year())
                .executeUpdate();
        return Filing.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    private Revision next(Filing filing, CheckedReport report, Instant at) {
        supersede(filing.id);
        filing.revision++;
        Revision revision = new Revision();
        revision.id = new RevisionId(filing.id.agency(), filing.id.year(), filing.revision);
        revision.status = RevisionStatus.ACCEPTED;
        revision.content = report.json();
        revision.contentHash = report.contentHash();
        revision.submittedAt = at.truncatedTo(ChronoUnit.MICROS);
        revision.persistAndFlush();
        figureValues.write(revision.id, report.form(), report.figures());
        return revision;
    }

    private static void supersede(FilingId id) {
        Revision.update(
                "status = ?1 where id.agency = ?2 and id.year = ?3 and status = ?4",
                RevisionStatus.SUPERSEDED,
                id.agency(),
                id.year(),
                RevisionStatus.ACCEPTED);
    }
}
