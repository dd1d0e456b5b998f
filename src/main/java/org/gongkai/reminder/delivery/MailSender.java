package org.gongkai.reminder.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.audit.AuditLog;
import org.gongkai.reminder.due.ReminderConfig;
import org.gongkai.text.BeijingTime;

/** Sends the mails that are due, one after the other, and has each result stored. */
@ApplicationScoped
class MailSender {

    private final PendingMails mails;
    private final MailServer server;
    private final MailMetrics metrics;
    private final AuditLog auditLog;
    private final Optional<String> signature;
    private final String domain;

    MailSender(
            PendingMails mails,
            MailServer server,
            MailMetrics metrics,
            AuditLog auditLog,
            ReminderConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") Optional<String> from) {
        this.mails = mails;
        this.server = server;
        this.metrics = metrics;
        this.auditLog = auditLog;
        this.signature = config.signature();
        this.domain = MailText.domainOf(from.orElse("gongkai"));
    }

    /**
     * Sends mails until none is due. If the server fails, it ends: the other mails would fail as well.
     *
     * @param goesOn returns before each mail whether the replica still sends
     */
    void turn(BooleanSupplier goesOn) {
        mails.claim().ifPresent(first -> {
            try (MailServer.Turn connections = server.turn()) {
                deliverAll(first, connections, goesOn);
            }
        });
    }

    private void deliverAll(MailClaim first, MailServer.Turn connections, BooleanSupplier goesOn) {
        Optional<MailClaim> next = Optional.of(first);
        while (next.isPresent()) {
            boolean works = deliver(next.get(), connections);
            next = works && goesOn.getAsBoolean() ? mails.claim() : Optional.empty();
        }
    }

    private boolean deliver(MailClaim claim, MailServer.Turn connections) {
        return mails.read(claim).map(mail -> deliver(mail, connections)).orElse(true);
    }

    /** Sends a mail. Returns whether the server works. */
    private boolean deliver(PendingMail mail, MailServer.Turn connections) {
        if (!mail.needed()) {
            mails.obsolete(mail.claim());
            return true;
        }
        LocalDate today = BeijingTime.dayOf(auditLog.now());
        MailAttempt attempt = mail.email() == null
                ? MailAttempt.failed(MailFailure.NO_ADDRESS, null)
                : connections.send(MailText.of(mail, today, signature, domain));
        metrics.count(attempt);
        attempt.failure()
                .ifPresentOrElse(
                        failure -> mails.failed(mail, failure, attempt.detail()),
                        () -> mails.sent(mail.claim(), auditLog.now()));
        return attempt.failure().filter(MailFailure::isOfServer).isEmpty();
    }
}
