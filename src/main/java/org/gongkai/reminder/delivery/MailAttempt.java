package org.gongkai.reminder.delivery;

import java.util.Optional;

/**
 * The result of an attempt to send a mail.
 *
 * @param failure reason of the failure; empty if the mail server has taken the mail
 * @param detail the answer of the mail server; {@code null} if there was none
 */
record MailAttempt(Optional<MailFailure> failure, String detail) {

    static final MailAttempt SENT = new MailAttempt(Optional.empty(), null);

    static MailAttempt failed(MailFailure failure, String detail) {
        return new MailAttempt(Optional.of(failure), detail);
    }
}
