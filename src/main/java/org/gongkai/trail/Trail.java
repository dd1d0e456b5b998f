package org.gongkai.trail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.gongkai.http.Actor;
import org.hibernate.Session;

/** Writes down what happens, in the transaction in which it happens. */
@ApplicationScoped
public class Trail {

    private static final String INSERT = """
            insert into event (at, actor, address, type, subject, agency, year, revision, before, after, detail)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final EntityManager entities;
    private final ObjectMapper mapper;
    private final Clock clock;

    Trail(EntityManager entities, ObjectMapper mapper, Clock clock) {
        this.entities = entities;
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

    /** What happened, now, to be written down with {@link #record(List)}. */
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

    /** Writes down what happened, in that order, at once. */
    public void record(List<Event> events) {
        if (!events.isEmpty()) {
            entities.unwrap(Session.class).doWork(connection -> insert(connection, events));
        }
    }

    private static void insert(Connection connection, List<Event> events) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Event event : events) {
                statement.setObject(1, event.at.atOffset(ZoneOffset.UTC));
                statement.setString(2, event.actor);
                statement.setString(3, event.address);
                statement.setString(4, event.type.name());
                statement.setString(5, event.subject);
                statement.setString(6, event.agency);
                statement.setObject(7, event.year, Types.SMALLINT);
                statement.setObject(8, event.revision, Types.INTEGER);
                statement.setObject(9, event.before, Types.OTHER);
                statement.setObject(10, event.after, Types.OTHER);
                statement.setObject(11, event.detail, Types.OTHER);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private String json(Object content) {
        try {
            return content == null ? null : mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What happened cannot be written down", e);
        }
    }
}
