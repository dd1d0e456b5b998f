package org.gongkai.filing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Writes down what happens, in the transaction in which it happens. */
@ApplicationScoped
class Trail {

    private final ReportReader reader;
    private final Clock clock;

    Trail(ReportReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The time, as exactly as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    void record(EventType type, Revision revision, String actor, Map<String, ?> detail) {
        Event event = new Event();
        event.at = now();
        event.actor = actor;
        event.type = type;
        event.agency = revision.id.agency();
        event.year = revision.id.year();
        event.revision = revision.id.revision();
        event.detail = reader.write(detail);
        event.persist();
    }
}
