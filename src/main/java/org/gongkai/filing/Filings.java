package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import org.gongkai.registry.Agency;
import org.gongkai.trail.EventType;
import org.gongkai.trail.Trail;

/** Keeps every revision. Callers hold the lock on the agency, so none is lost and no number is given twice. */
@ApplicationScoped
class Filings {

    private final EntityManager entities;
    private final FigureValues figureValues;
    private final Trail trail;

    Filings(EntityManager entities, FigureValues figureValues, Trail trail) {
        this.entities = entities;
        this.figureValues = figureValues;
        this.trail = trail;
    }

    /** Makes the next revision. */
    Revision add(Submission submission, Agency agency, CheckedReport report) {
        FilingId id = submission.filing();
        Filing filing = filing(id, agency, submission.receivedAt());
        filing.revision++;
        Revision revision = new Revision();
        revision.id = new RevisionId(id.agency(), id.year(), filing.revision);
        revision.filing = filing;
        revision.status = RevisionStatus.SUBMITTED;
        revision.content = report.json();
        revision.contentHash = report.contentHash();
        revision.submittedAt = trail.now();
        revision.submittedBy = submission.actor().name();
        entities.persist(revision);
        entities.flush();
        figureValues.write(revision.id, report.contents());
        trail.record(
                revision.occurrence(EventType.REPORT_SUBMITTED)
                        .to(Map.of("status", revision.status, "contentHash", revision.contentHash)),
                submission.actor());
        return revision;
    }

    private Filing filing(FilingId id, Agency agency, Instant receivedAt) {
        Filing known = Filing.findById(id);
        if (known != null) {
            return known;
        }
        Filing filing = new Filing();
        filing.id = id;
        filing.agency = agency;
        filing.firstSubmittedAt = receivedAt;
        filing.persist();
        return filing;
    }
}
