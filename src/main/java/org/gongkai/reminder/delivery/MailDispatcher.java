package org.gongkai.reminder.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.background.RepeatedTask;
import org.gongkai.reminder.due.ReminderConfig;
import org.jboss.logging.Logger;

/**
 * Sends mails in the background, if mail is on. It looks for mails that are due every second, on a thread of its own: a
 * mail server that hangs keeps no request and no webhook waiting.
 */
@ApplicationScoped
class MailDispatcher {

    private static final Logger LOG = Logger.getLogger(MailDispatcher.class);

    private static final Duration POLL = Duration.ofSeconds(1);

    private final MailSender sender;
    private final boolean sends;
    private final Duration timeout;
    private final RepeatedTask poll =
            new RepeatedTask("reminder-mail", POLL, LOG, "Reminders are not sent by mail at present", this::send);

    private volatile boolean stopping;

    /**
     * Creates the dispatcher.
     *
     * @param serves whether the process serves requests: a command sends nothing
     */
    MailDispatcher(
            MailSender sender,
            ReminderConfig config,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.sender = sender;
        this.sends = serves && config.mail();
        this.timeout = config.mailTimeout();
    }

    void start(@Observes StartupEvent started) {
        if (sends) {
            poll.start();
        }
    }

    /** Lets the mail in progress end. Another replica sends the others. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        poll.stop(timeout);
    }

    private void send() {
        sender.turn(() -> !stopping);
    }
}
