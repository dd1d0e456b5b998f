package org.gongkai.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.text.CodeFormat;
import org.gongkai.text.NameLength;

/**
 * An event of the audit log.
 *
 * @param id number of the event
 * @param at time of the event, by the clock of the server
 * @param actor the subject of the token of the caller (claim {@code sub}), which may act for several agencies, or {@code
 *     system} for actions of the service itself
 * @param address network address of the client; absent for actions of the service itself; only for the oversight office
 * @param type type of the event
 * @param subject the changed object: its path below {@code /api/v1/}
 * @param agency code of the agency concerned; absent if there is none
 * @param year the report year concerned; absent if there is none
 * @param revision number of the revision concerned; absent if there is none
 * @param before the previous state; absent if there was none
 * @param after the new state; absent if there is none
 * @param detail further information: the comment of a decision; or the findings that appeared and disappeared, and the
 *     cause of that, which is a revision of an earlier year or a moved deadline; or that the contact of an agency
 *     changed, which the log does not contain
 */
public record EventEntry(
        @Schema(minimum = "1") long id,
        Instant at,
        @Schema(minLength = 1, maxLength = NameLength.ACTOR) String actor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(examples = "192.0.2.7")
        String address,

        EventType type,

        @Schema(examples = "reports/430212-finance/2023/revisions/1")
        String subject,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(pattern = CodeFormat.PATTERN)
        String agency,

        @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1")
        Integer revision,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Schema(implementation = Map.class)
        String before,

        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonRawValue @Schema(implementation = Map.class)
        String after,

        @JsonRawValue @Schema(implementation = Map.class) String detail) {

    /** Returns the event as an agency sees it: without the network addresses of others. */
    EventEntry withoutAddress() {
        return new EventEntry(id, at, actor, null, type, subject, agency, year, revision, before, after, detail);
    }

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
