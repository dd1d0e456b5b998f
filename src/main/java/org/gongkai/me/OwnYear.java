package org.gongkai.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.cycle.ObligationState;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.registry.code.Named;
import org.gongkai.rules.Reason;

/**
 * A year of an agency that the caller represents: what it owes, and what it has submitted.
 *
 * @param agency the agency, with the name that it had when the year was opened
 * @param year the report year
 * @param state state of the obligation; absent if the roster of the year does not list the agency
 * @param deadline the last day in time, in Beijing time; absent if the roster does not list the agency
 * @param overdue whether the report is missing or returned, and its deadline has passed by the clock of the server
 * @param extension the deadline of its own that the oversight office set for the agency; absent if it has that of the year
 * @param exemption the exemption of the agency; absent if it is not exempt
 * @param revision number of the newest revision; absent if there is none
 * @param status status of the newest revision; absent if there is none
 * @param inForce whether a report is in force
 * @param firstSubmittedAt time of the first submission, by the clock of the server; absent if there was none
 */
public record OwnYear(
        Named agency,
        @Schema(minimum = "0") int year,
        @JsonInclude(JsonInclude.Include.NON_NULL) ObligationState state,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate deadline,
        boolean overdue,
        @JsonInclude(JsonInclude.Include.NON_NULL) Extension extension,
        @JsonInclude(JsonInclude.Include.NON_NULL) Exemption exemption,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1")
        Integer revision,

        @JsonInclude(JsonInclude.Include.NON_NULL) RevisionStatus status,
        boolean inForce,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant firstSubmittedAt) {

    /**
     * A deadline of one agency.
     *
     * @param deadline the last day in time, in Beijing time
     * @param reason its reason
     */
    @Schema(name = "Extension")
    public record Extension(
            LocalDate deadline,

            @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
            String reason) {}

    /**
     * An exemption of one agency from its report.
     *
     * @param reason its reason
     */
    @Schema(name = "Exemption")
    public record Exemption(
            @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
            String reason) {}

    static OwnYear of(AgencyYear own, Instant now) {
        return new OwnYear(
                new Named(own.id.agency(), own.name),
                own.id.year(),
                own.state,
                own.deadline,
                own.isOverdue(now),
                own.extended ? new Extension(own.deadline, own.reason) : null,
                own.exempt ? new Exemption(own.reason) : null,
                own.revision,
                own.status,
                own.inForce,
                own.firstSubmittedAt);
    }
}
