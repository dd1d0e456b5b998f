package org.gongkai.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.Panache;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.security.Actor;
import org.gongkai.sql.Argument;
import org.gongkai.sql.StatementPipeline;

/** Records changes in the transaction that makes them. */
@ApplicationScoped
public class AuditLog {

    private static final String INSERT = """
            insert into event (at, actor, address, type, subject, agency, year, revision, before, after, detail)
            select * from unnest(
                ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::smallint[], ?::integer[], ?::jsonb[], ?::jsonb[], ?::jsonb[])""";

    /** The values of the columns that {@link #INSERT} names, in the same order. */
    private static final List<Argument<Event>> VALUES = List.of(
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
            Argument.text(event -> event.detail));

    private final ObjectMapper mapper;
    private final Clock clock;

    AuditLog(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Returns the current time, with the precision of the database. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Records a change. */
    public void record(AuditEntry auditEntry, Actor actor) {
        event(auditEntry, actor).persist();
    }

    /** Records changes in their order, with one statement. */
    public void record(List<AuditEntry> auditEntries, Actor actor) {
        StatementPipeline statements = new StatementPipeline();
        record(
                statements,
                auditEntries.stream().map(entry -> event(entry, actor)).toList());
        statements.execute(Panache.getEntityManager());
    }

    /**
     * Returns the event of a change at the current time, to be recorded by {@link #record(StatementPipeline, List)}.
     */
    public Event event(AuditEntry auditEntry, Actor actor) {
        Event event = new Event();
        event.at = now();
        event.actor = actor.name();
        event.address = actor.address();
        event.type = auditEntry.type();
        event.subject = auditEntry.subject();
        event.agency = auditEntry.agency();
        event.year = auditEntry.year() == null ? null : auditEntry.year().shortValue();
        event.revision = auditEntry.revision();
        event.before = json(auditEntry.before());
        event.after = json(auditEntry.after());
        event.detail = json(auditEntry.detail());
        return event;
    }

    /** Adds the statement that records events, in the given order. */
    public void record(StatementPipeline statements, List<Event> events) {
        statements.update(INSERT, events, VALUES);
    }

    private String json(Object content) {
        try {
            return content == null ? null : mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The change cannot be written as JSON", e);
        }
    }
}
