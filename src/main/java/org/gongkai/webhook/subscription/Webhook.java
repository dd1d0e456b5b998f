package org.gongkai.webhook.subscription;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.gongkai.audit.Cursor;
import org.gongkai.audit.EventFilter;
import org.gongkai.audit.EventType;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Generated;

/** A subscription: a system to which events are sent. */
@Entity
@DynamicUpdate
public class Webhook extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String url;

    /** Names of the types of events; null for all. */
    @Column(columnDefinition = "text[]")
    public String[] events;

    /** Codes of the agencies whose events are sent; null for all events. */
    @Column(columnDefinition = "text[]")
    public String[] agencies;

    /** True if the oversight office made it; otherwise it belongs to its agencies. */
    public boolean office;

    /** The secret that signs messages, as {@link Secrets} stores it. */
    public String secret;

    public Instant createdAt;

    public String createdBy;

    /** Transaction of the last event that was delivered or did not match. */
    public long afterTransaction;

    public long afterEvent;

    /** Number of times that the cursor was moved by hand. */
    public int replays;

    /** Failed attempts to deliver the next event. */
    public int attempts;

    public Instant failingSince;

    @Generated
    public Instant nextAttemptAt;

    public Instant disabledAt;

    /** Returns the position in the audit log. */
    public Cursor cursor() {
        return new Cursor(afterTransaction, afterEvent);
    }

    /** Returns the events that the subscription is for. An agency that has ended gets nothing more. */
    public EventFilter filter() {
        return new EventFilter(agencies, events, null, office);
    }

    /** Returns the types of its events; all if it names none. */
    public EventType[] types() {
        return events == null
                ? EventType.values()
                : Arrays.stream(events).map(EventType::valueOf).toArray(EventType[]::new);
    }

    /**
     * Returns whether a caller may see it that represents some agencies: it is about these only. An agency does not see
     * what the office subscribed to about it.
     *
     * @param own codes of the agencies that the caller represents, or that the districts of its token contain
     * @param oversees whether the caller is the oversight office
     */
    public boolean isOf(Set<String> own, boolean oversees) {
        return (oversees || !office) && agencies != null && own.containsAll(Arrays.asList(agencies));
    }

    /** Moves the cursor, and delivers again from there. A subscription that was disabled is enabled. */
    void moveTo(Cursor cursor) {
        afterTransaction = cursor.transaction();
        afterEvent = cursor.id();
        replays++;
        attempts = 0;
        failingSince = null;
        disabledAt = null;
    }
}
