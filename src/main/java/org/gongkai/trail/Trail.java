package org.gongkai.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.gongkai.http.Actor;

/** Writes down what happens, in the transaction in which it happens. */
@ApplicationScoped
public class Trail {

    private final ObjectMapper mapper;
    private final Clock clock;

    Trail(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The time, as exactly as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Writes down what happened. */
    public void record(Occurrence occurrence, Actor actor) {
        Event event = new Event();
        event.at = now();
        event.actor = actor.name();
        event.address = actor.address();
        event.type = occurrence.type();
        event.subject = occurrence.subject();
        event.agency = occurrence.agency();
        event.year = occurrence.year() == null ? null : occurrence.year().shortValue();
        event.revision = occurrence.revision();
        event.before = json(occurrence.before());
        event.after = json(occurrence.after());
        event.detail = json(occurrence.detail());
        event.persist();
    }

    private String json(Object content) {
        try {
            return content == null ? null : mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What happened cannot be written down", e);
        }
    }
}
