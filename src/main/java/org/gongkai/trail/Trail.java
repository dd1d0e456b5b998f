package org.gongkai.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.database.Argument;
import org.gongkai.database.Roundtrip;
import org.gongkai.http.Actor;

/** Writes down what happens, in the transaction in which it happens. */
@ApplicationScoped
public class Trail {

    private static final String INSERT = """
            insert into event (at, actor, address, type, subject, agency, year, revision, before, after, detail)
            select at, actor, address, type, subject, agency, year, revision, before::jsonb, after::jsonb, detail::jsonb
            from unnest(
                ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[])
                as e (at, actor, address, type, subject, agency, year, revision, before, after, detail)""";

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
        event(occurrence, actor).persist();
    }

    /** What happened, now, to be written down with {@link #record(Roundtrip, List)}. */
    public Event event(Occurrence occurrence, Actor actor) {
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
        return event;
    }

    /** Writes down what happened, in that order. */
    public void record(Roundtrip statements, List<Event> events) {
        statements.tell(
                INSERT,
                events,
                List.of(
                        Argument.time(event -> event.at),
                        Argument.text(event -> event.actor),
                        Argument.text(event -> event.address),
                        Argument.text(event -> event.type.name()),
                        Argument.text(event -> event.subject),
                        Argument.text(event -> event.agency),
                        Argument.number(event -> event.year),
                        Argument.number(event -> event.revision),
                        Argument.text(event -> event.before),
                        Argument.text(event -> event.after),
                        Argument.text(event -> event.detail)));
    }

    private String json(Object content) {
        try {
            return content == null ? null : mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What happened cannot be written down", e);
        }
    }
}
