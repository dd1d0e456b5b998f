package org.gongkai.filing;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened to a report.
 *
 * @param id its number
 * @param at when it happened, by the server's clock
 * @param actor who did it; {@code system} for what the service did by itself
 * @param type what happened
 * @param agency code of the agency
 * @param year the report year
 * @param revision number of the revision
 * @param detail what else there is to know: the comment of a decision, the explanation, or the findings that appeared and
 *     disappeared with the revision of an earlier year that is the cause
 */
public record EventEntry(
        long id,
        Instant at,
        String actor,
        EventType type,
        String agency,
        int year,
        int revision,
        @JsonRawValue @Schema(implementation = Map.class) String detail) {

    static EventEntry of(Event event) {
        return new EventEntry(
                event.id, event.at, event.actor, event.type, event.agency, event.year, event.revision, event.detail);
    }
}
