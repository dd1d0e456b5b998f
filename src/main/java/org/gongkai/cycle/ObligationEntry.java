package org.gongkai.cycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.registry.entry.EmailAddress;
import org.gongkai.registry.entry.Telephone;
import org.gongkai.rules.Reason;
import org.gongkai.text.NameLength;

/**
 * The obligation of an agency to report on a year, and its state.
 *
 * @param agency the agency, with the name that it had when the year was opened
 * @param kind kind of the agency: it reports on itself or, as a government, on all its departments
 * @param district district of the agency when the year was opened
 * @param category category of the agency when the year was opened
 * @param state state of the obligation
 * @param deadline the last day in time, in Beijing time
 * @param overdue whether the report is missing or returned, and its deadline has passed by the clock of the server
 * @param inForce whether a report is in force
 * @param firstSubmittedAt time of the first submission, by the clock of the server; absent if there was none
 * @param reason reason of the last change of the obligation; absent if it is the same as when the year was opened
 * @param contactPerson current contact person of the agency; absent if unknown
 * @param telephone current telephone numbers of the contact; absent if unknown
 * @param email current e-mail address of the contact; absent if unknown
 * @param nil whether every figure in the tables of the report in force is zero
 * @param nilStated whether the agency stated with it that it had nothing to report (nil return)
 */
public record ObligationEntry(
        Named agency,
        AgencyKind kind,
        Named district,
        Named category,
        ObligationState state,
        LocalDate deadline,
        boolean overdue,
        boolean inForce,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant firstSubmittedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
        String reason,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = NameLength.PERSON, examples = "李明")
        String contactPerson,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = Telephone.MAX_LENGTH, examples = "0733-28681234转8012")
        String telephone,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = EmailAddress.MAX_LENGTH, examples = "liming@example.gov.cn")
        String email,

        boolean nil,
        boolean nilStated) {

    static ObligationEntry of(ObligationLine line, Instant now) {
        return new ObligationEntry(
                new Named(line.id.agency(), line.name),
                line.kind,
                new Named(line.district.code, line.district.name),
                new Named(line.category.code, line.category.name),
                line.state,
                line.deadline,
                line.isOverdue(now),
                line.inForce,
                line.firstSubmittedAt,
                line.reason,
                line.contactPerson,
                line.telephone,
                line.email,
                line.nil,
                line.nilStated);
    }
}
