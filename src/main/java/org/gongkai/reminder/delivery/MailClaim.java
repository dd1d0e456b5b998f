package org.gongkai.reminder.delivery;

import java.util.UUID;

/**
 * The right to send a reminder, for a limited time.
 *
 * @param reminder number of the reminder
 * @param lease identifies the right: a replica that took over has another one
 */
record MailClaim(long reminder, UUID lease) {}
