package org.gongkai.reminder.delivery;

import java.time.LocalDate;
import org.gongkai.reminder.due.ReminderReason;

/**
 * A reminder that is to be sent by mail.
 *
 * @param claim the right to send it
 * @param agency current name of the agency
 * @param email current address of the contact; {@code null} if it was removed
 * @param year the report year
 * @param reason reason of the reminder
 * @param deadline last day in time for the report
 * @param revision number of the revision concerned; {@code null} if there is none
 * @param openWarnings number of warnings without an explanation
 * @param attempts number of attempts that have failed
 * @param needed whether the reason still exists, and no later step took its place
 */
record PendingMail(
        MailClaim claim,
        String agency,
        String email,
        int year,
        ReminderReason reason,
        LocalDate deadline,
        Integer revision,
        long openWarnings,
        int attempts,
        boolean needed) {}
