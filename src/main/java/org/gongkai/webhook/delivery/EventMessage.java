package org.gongkai.webhook.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.gongkai.audit.Event;
import org.gongkai.audit.FeedEntry;

/**
 * The content of a message: the members of an event in the audit log, and its position.
 *
 * @param id number of the event; absent in a test
 * @param at time of the event
 * @param actor the caller; only for the oversight office, as are the other names of the log
 * @param address network address of the caller; only for the oversight office
 * @param type type of the event, or {@code TEST}
 * @param subject the changed object: its path below {@code /api/v1/}
 * @param agency code of the agency concerned; absent if there is none
 * @param year the report year concerned; absent if there is none
 * @param revision number of the revision concerned; absent if there is none
 * @param before the previous state; absent if there was none
 * @param after the new state; absent if there is none
 * @param detail further information
 * @param cursor position in the audit log, for {@code GET /events} and for a replay; absent in a test
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "id",
    "type",
    "at",
    "subject",
    "agency",
    "year",
    "revision",
    "before",
    "after",
    "detail",
    "actor",
    "address",
    "cursor"
})
record EventMessage(
        Long id,
        Instant at,
        String actor,
        String address,
        String type,
        String subject,
        String agency,
        Short year,
        Integer revision,
        @JsonRawValue String before,
        @JsonRawValue String after,
        @JsonRawValue String detail,
        String cursor) {

    /** The type of a test message. */
    static final String TEST = "TEST";

    /**
     * Returns the message about an event.
     *
     * @param full whether the receiver is that of the oversight office, which also sees who has acted
     */
    static EventMessage of(FeedEntry entry, boolean full) {
        Event event = entry.event();
        return new EventMessage(
                event.id,
                event.at,
                full ? event.actor : null,
                full ? event.address : null,
                event.type.name(),
                event.subject,
                event.agency,
                event.year,
                event.revision,
                event.before,
                event.after,
                event.detail,
                entry.cursor().toString());
    }

    /** Returns a test message of a subscription. */
    static EventMessage test(long webhook, Instant at) {
        return new EventMessage(
                null, at, null, null, TEST, "webhooks/" + webhook, null, null, null, null, null, "{}", null);
    }
}
