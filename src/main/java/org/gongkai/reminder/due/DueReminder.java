package org.gongkai.reminder.due;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.registry.entry.EmailAddress;
import org.gongkai.registry.entry.Telephone;
import org.gongkai.text.NameLength;

/**
 * A reminder that is due: the last step that an agency has reached for a reason.
 *
 * @param agency the agency, with its current name
 * @param kind kind of the agency: a department reports on itself, a government on all its departments
 * @param district current district of the agency
 * @param category current category of the agency
 * @param year the report year
 * @param reason reason of the reminder
 * @param deadline last day in time for the report, in Beijing time
 * @param daysLeft number of days until the deadline; 0 on the last day in time, negative after it
 * @param day day from which the steps count: the deadline or, if it was later, the day of the return or of the warnings
 * @param step the step: days after that day; negative before it
 * @param revision number of the revision concerned; absent if there is none
 * @param openWarnings number of warnings without an explanation
 * @param contactPerson current contact person of the agency; absent if unknown
 * @param telephone current telephone numbers of the contact; absent if unknown
 * @param email current e-mail address of the contact; absent if unknown
 * @param mail state of the step by mail
 * @param webhook state of the step by webhook
 */
public record DueReminder(
        Named agency,
        AgencyKind kind,
        Named district,
        Named category,
        @Schema(examples = "2023") int year,
        ReminderReason reason,
        LocalDate deadline,

        @Schema(minimum = "-36525", maximum = "36525", examples = "3")
        long daysLeft,

        LocalDate day,

        @Schema(minimum = "-365", maximum = "365", examples = "-3")
        int step,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1", examples = "1")
        Integer revision,

        @Schema(minimum = "0") long openWarnings,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = NameLength.PERSON, examples = "李明")
        String contactPerson,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = Telephone.MAX_LENGTH, examples = "0733-28681234转8012")
        String telephone,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(maxLength = EmailAddress.MAX_LENGTH, examples = "liming@example.gov.cn")
        String email,

        ChannelState mail,
        ChannelState webhook) {

    /** Returns whether the agency is reached on no channel, so that the office has to write or to phone. */
    @JsonIgnore
    public boolean isUnreached() {
        return !isReached(mail) && !isReached(webhook);
    }

    private static boolean isReached(ChannelState state) {
        return state == ChannelState.DUE || state == ChannelState.PENDING || state == ChannelState.SENT;
    }
}
