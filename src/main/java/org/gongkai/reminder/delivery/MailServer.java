package org.gongkai.reminder.delivery;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.mailer.runtime.Mailers;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.gongkai.reminder.due.ReminderConfig;

/**
 * Sends mails to the server of {@code quarkus.mailer}, one after the other and each within a time limit. The mailer of the
 * framework keeps connections on which the server hangs, and would send mails that were given up once they are free
 * again. Therefore the mailer is closed after a turn, and made again for the next one.
 */
@ApplicationScoped
class MailServer {

    private static final int PERMANENT = 500;
    private static final int MAX_DETAIL = 300;

    private final InjectableInstance<ReactiveMailer> mailer;
    private final InjectableInstance<Mailers> connections;
    private final Duration timeout;

    MailServer(
            InjectableInstance<ReactiveMailer> mailer, InjectableInstance<Mailers> connections, ReminderConfig config) {
        this.mailer = mailer;
        this.connections = connections;
        this.timeout = config.mailTimeout();
    }

    /** Sends a mail to its only recipient. */
    MailAttempt send(Mail mail) {
        try {
            mailer.get().send(mail).await().atMost(timeout);
            return MailAttempt.SENT;
        } catch (TimeoutException hanging) {
            return MailAttempt.failed(MailFailure.TIMEOUT, null);
        } catch (RuntimeException failed) {
            return attempt(failed, mail.getTo().get(0));
        }
    }

    /** Closes all connections. */
    void disconnect() {
        mailer.getHandle().destroy();
        connections.getHandle().destroy();
    }

    private static MailAttempt attempt(RuntimeException failed, String address) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String detail = detail(cause, address);
        if (cause instanceof SMTPException answer && answer.getReplyCode() > 0) {
            return MailAttempt.failed(
                    answer.getReplyCode() >= PERMANENT ? MailFailure.REJECTED : MailFailure.DEFERRED, detail);
        }
        return MailAttempt.failed(MailFailure.CONNECTION, detail);
    }

    /** Returns the message of a failure without the address, which is personal data. */
    private static String detail(Throwable cause, String address) {
        String message = String.valueOf(cause.getMessage())
                .replace(address, "…")
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return message.length() > MAX_DETAIL ? message.substring(0, MAX_DETAIL) + "…" : message;
    }
}
