package org.gongkai.reminder.delivery;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.reminder.due.ReminderConfig;
import org.jboss.logging.Logger;

/**
 * Sends mails in the background, if mail is on. It looks for mails that are due every second, on a thread of its own: a
 * mail server that hangs keeps no request and no webhook waiting.
 */
@ApplicationScoped
class MailDispatcher {

    private static final Logger LOG = Logger.getLogger(MailDispatcher.class);

    private static final long POLL_MILLIS = 1_000;

    private final MailSender sender;
    private final boolean sends;
    private final Duration timeout;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("reminder-mail", true));

    private volatile boolean stopping;

    /** Whether the last poll has failed, so that an outage of the database is logged once. */
    private boolean failing;

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
            timer.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets the mail in progress end. Another replica sends the others. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        timer.shutdown();
        timer.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void poll() {
        try {
            sender.turn(() -> !stopping);
            failing = false;
        } catch (RuntimeException failed) {
            if (!failing) {
                LOG.warnf("Reminders are not sent by mail at present: %s", failed.getMessage());
            }
            failing = true;
        }
    }
}
