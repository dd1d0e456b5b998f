package org.gongkai.reminder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.Named;
import org.gongkai.reminder.delivery.MailFailure;
import org.gongkai.reminder.due.ReminderChannel;
import org.gongkai.reminder.due.ReminderReason;
import org.gongkai.reminder.due.ReminderState;
import org.gongkai.text.NameLength;

/**
 * A reminder in the log.
 *
 * @param id number of the reminder
 * @param agency the agency, with its current name
 * @param kind kind of the agency: a department reports on itself, a government on all its departments
 * @param district current district of the agency
 * @param category current category of the agency
 * @param year the report year
 * @param reason reason of the reminder
 * @param deadline last day in time for the report, when the reminder was worked out
 * @param day day from which the steps count: the deadline or, if it was later, the day of the return or of the warnings
 * @param step the step: days after that day; negative before it
 * @param channel the way on which the agency was reminded
 * @param state state of the reminder
 * @param revision number of the revision concerned; absent if there is none
 * @param openWarnings number of warnings without an explanation, when the reminder was worked out
 * @param createdAt time at which the reminder was worked out
 * @param createdBy the caller who sent the reminders; {@code system} for the schedule
 * @param sentAt time at which the mail server took the mail, or the event was recorded; absent if neither happened
 * @param attempts number of attempts to send the mail
 * @param failure reason of the last failure; absent if there was none
 * @param failureDetail answer of the mail server to the last attempt that failed, without the address; absent if there was none
 * @param nextAttemptAt time of the next attempt, if the last one has failed; absent if there is none
 */
@Schema(name = "ReminderEntry")
public record ReminderEntry(
        @Schema(minimum = "1", examples = "12") long id,
        Named agency,
        AgencyKind kind,
        Named district,
        Named category,
        @Schema(examples = "2023") int year,
        ReminderReason reason,
        LocalDate deadline,
        LocalDate day,

        @Schema(minimum = "-365", maximum = "365", examples = "-3")
        int step,

        ReminderChannel channel,
        ReminderState state,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minimum = "1", examples = "1")
        Integer revision,

        @Schema(minimum = "0") int openWarnings,
        Instant createdAt,
        @Schema(maxLength = NameLength.ACTOR) String createdBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant sentAt,
        @Schema(minimum = "0") int attempts,
        @JsonInclude(JsonInclude.Include.NON_NULL) MailFailure failure,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 301)
        String failureDetail,

        @JsonInclude(JsonInclude.Include.NON_NULL) Instant nextAttemptAt) {

    static ReminderEntry of(LoggedReminder logged) {
        return new ReminderEntry(
                logged.id,
                new Named(logged.agency, logged.name),
                logged.kind,
                new Named(logged.district.code, logged.district.name),
                new Named(logged.category.code, logged.category.name),
                logged.year,
                logged.reason,
                logged.deadline,
                logged.day,
                logged.step,
                logged.channel,
                logged.state,
                logged.revision,
                logged.openWarnings,
                logged.createdAt,
                logged.createdBy,
                logged.sentAt,
                logged.attempts,
                logged.failure,
                logged.detail,
                logged.nextAttemptAt);
    }
}
