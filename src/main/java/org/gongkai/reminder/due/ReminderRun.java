package org.gongkai.reminder.due;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The reminders that are due, and what was sent.
 *
 * @param year the report year
 * @param today the day for which they were worked out, in Beijing time
 * @param dryRun whether nothing was sent
 * @param steps the configured days on which an agency is reminded, counted from the deadline; negative before it
 * @param mail whether reminders are sent by mail
 * @param due number of reminders that are due, whether or not they were sent before
 * @param mails number of mails that this run hands to the mail server, or that a run would
 * @param webhooks number of events that this run recorded for webhooks, or that a run would
 * @param unreached number of reminders that are due to agencies that are reached on no channel
 * @param items the reminders that are due, by code of the agency; at most the first 5,000
 */
public record ReminderRun(
        @Schema(examples = "2023") int year,
        LocalDate today,
        boolean dryRun,

        @Schema(maxItems = Steps.MAX_NUMBER, minimum = "-365", maximum = "365", examples = "-14")
        List<Integer> steps,

        boolean mail,
        @Schema(minimum = "0") int due,
        @Schema(minimum = "0") int mails,
        @Schema(minimum = "0") int webhooks,
        @Schema(minimum = "0") int unreached,
        @Schema(maxItems = ReminderRun.MAX_ITEMS) List<DueReminder> items) {

    /** Maximum number of items. */
    static final int MAX_ITEMS = 5_000;
}
