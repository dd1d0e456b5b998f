package org.gongkai.reminder.delivery;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.SentMail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.mailer.runtime.MailerSupport;
import io.quarkus.mailer.runtime.Mailers;
import io.quarkus.mailer.runtime.MailersRuntimeConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.gongkai.reminder.due.ReminderConfig;

/**
 * Sends mails to the server of {@code quarkus.mailer}, one after the other and each within a time limit. The mailer of the
 * framework has no limit for a conversation: one that was given up goes on when the server answers again, and the mail
 * is sent twice. Therefore each turn has a mailer on a Vert.x of its own, whose end closes all connections.
 */
@ApplicationScoped
class MailServer {

    private static final int PERMANENT = 500;
    private static final int MAX_DETAIL = 300;
    private static final VertxOptions ONE_THREAD =
            new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1);

    private final MailersRuntimeConfig settings;
    private final LaunchMode mode;
    private final MailerSupport support;
    private final TlsConfigurationRegistry tls;
    private final Event<SentMail> sent;
    private final Duration timeout;

    /**
     * Creates the server.
     *
     * @param used makes the framework build its mailer, which it does only if one is injected
     */
    MailServer(
            Instance<ReactiveMailer> used,
            MailersRuntimeConfig settings,
            LaunchMode mode,
            MailerSupport support,
            TlsConfigurationRegistry tls,
            Event<SentMail> sent,
            ReminderConfig config) {
        this.settings = settings;
        this.mode = mode;
        this.support = support;
        this.tls = tls;
        this.sent = sent;
        this.timeout = config.mailTimeout();
    }

    /** The connections of one turn. */
    final class Turn implements AutoCloseable {

        private final Vertx vertx = Vertx.vertx(ONE_THREAD);
        private final ReactiveMailer own = new Mailers(
                        vertx, io.vertx.mutiny.core.Vertx.newInstance(vertx), settings, mode, support, tls, sent)
                .reactiveMailerFromName(Mailers.DEFAULT_MAILER_NAME);

        /** Sends a mail to its only recipient. */
        MailAttempt send(Mail mail) {
            try {
                own.send(mail).await().atMost(timeout);
                return MailAttempt.SENT;
            } catch (TimeoutException hanging) {
                return MailAttempt.failed(MailFailure.TIMEOUT, null);
            } catch (RuntimeException failed) {
                return attempt(failed, mail.getTo().get(0));
            }
        }

        /** Closes all connections, also those on which the server hangs. */
        @Override
        public void close() {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    /** Starts a turn. */
    Turn turn() {
        return new Turn();
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
