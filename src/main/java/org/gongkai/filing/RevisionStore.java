package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Keeps every revision. Submissions for one report queue on its filing, so none is lost and no number is given twice. */
@ApplicationScoped
class RevisionStore {

    private final EntityManager entities;
    private final FigureValues figureValues;
    private final Clock clock;

    RevisionStore(EntityManager entities, FigureValues figureValues, Clock clock) {
        this.entities = entities;
        this.figureValues = figureValues;
        this.clock = clock;
    }

    /**
     * Stores a checked report, unless its content is that of the newest revision.
     *
     * @param id which report it is
     * @param report its content
     * @param precondition is given the newest revision, if there is one, and throws to refuse the submission
     */
    @Transactional
    Submitted store(FilingId id, CheckedReport report, Consumer<Optional<Revision>> precondition) {
        Filing filing = lock(id);
        Optional<Revision> newest = Revision.findByIdOptional(new RevisionId(id.agency(), id.year(), filing.revision));
        precondition.accept(newest);
        return newest.filter(revision -> revision.contentHash.equals(report.contentHash()))
                .map(unchanged -> new Submitted(unchanged, false))
                .orElseGet(() -> new Submitted(next(filing, report), true));
    }

    private Filing lock(FilingId id) {
        entities.createNativeQuery(
                        "insert into filing (agency, year, revision) values (:agency, :year, 0) on conflict do nothing")
                .setParameter("agency", id.agency())
                .setParameter("year", id.year())
                .executeUpdate();
        return Filing.findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The time is taken while the filing is locked, so that later revisions are later. */
    private Revision next(Filing filing, CheckedReport report) {
        supersede(filing.id);
        filing.revision++;
        Revision revision = new Revision();
        revision.id = new RevisionId(filing.id.agency(), filing.id.year(), filing.revision);
        revision.status = RevisionStatus.ACCEPTED;
        revision.content = report.json();
        revision.contentHash = report.contentHash();
        revision.submittedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
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
