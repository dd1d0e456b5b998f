package org.gongkai.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something that happened.
 *
 * @param id its number
 * @param at when it happened, by the server's clock
 * @param actor who did it: the name in the token, or {@code system} for what the service did by itself
 * @param address network address the request came from; absent for what the service did by itself
 * @param type what happened
 * @param subject what it happened to: its path below {@code /api/v1/}
 * @param agency code of the agency it is about; absent where it is about none
 * @param year the report year it is about; absent where it is about none
 * @param revision number of the revision it is about; absent where it is about none
 * @param before what was; absent where there was nothing
 * @param after what is; absent where there is nothing
 * @param detail what else there is to know: the comment of a decision, or the findings that appeared and disappeared with their cause: a
 *     revision of an earlier year, or a deadline that was moved
 */
public record EventEntry(
        long id,
        Instant at,
        String actor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "192.0.2.7")
        String address,

        EventType type,

        @Schema(examples = "reports/430212-finance/2023/revisions/1")
        String subject,

        @JsonInclude(JsonInclude.Include.NON_NULL) String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer revision,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Schema(implementation = Map.class)
        String before,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Schema(implementation = Map.class)
        String after,

        @JsonRawValue @Schema(implementation = Map.class) String detail) {

    static EventEntry of(Event event) {
        return new EventEntry(
                event.id,
                event.at,
                event.actor,
                event.address,
                event.type,
                event.subject,
                event.agency,
                event.year == null ? null : event.year.intValue(),
                event.revision,
                event.before,
                event.after,
                event.detail);
    }
}
