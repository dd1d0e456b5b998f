package org.gongkai.webhook.delivery;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.background.RepeatedTask;
import org.gongkai.webhook.transport.WebhookConfig;
import org.jboss.logging.Logger;

/**
 * Delivers events in the background. It looks for subscriptions with something to deliver every second, and gives each a
 * thread of its own for its turn. These threads serve nothing else, so receivers that hang keep no request waiting.
 * Subscriptions whose last delivery has failed get at most half of them, so they keep no healthy one waiting either.
 */
@ApplicationScoped
class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long IDLE_SECONDS = 30;

    private final Claims claims;
    private final Sender sender;
    private final boolean serves;
    private final Duration timeout;
    private final Semaphore free;
    private final Semaphore freeForRetries;
    private final ThreadPoolExecutor workers;
    private final RepeatedTask poll =
            new RepeatedTask("webhook-timer", POLL, LOG, "Webhooks are not delivered at present", this::claim);

    private volatile boolean stopping;

    /**
     * Creates the dispatcher.
     *
     * @param serves whether the process serves requests: a command delivers nothing
     */
    Dispatcher(
            Claims claims,
            Sender sender,
            WebhookConfig config,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.claims = claims;
        this.sender = sender;
        this.serves = serves;
        this.timeout = config.timeout();
        this.free = new Semaphore(config.concurrent());
        this.freeForRetries = new Semaphore((config.concurrent() + 1) / 2);
        this.workers = new ThreadPoolExecutor(
                config.concurrent(),
                config.concurrent(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new DefaultThreadFactory("webhook", true));
        workers.allowCoreThreadTimeOut(true);
    }

    void start(@Observes StartupEvent started) {
        if (serves) {
            poll.start();
        }
    }

    /** Lets the deliveries in progress end. Another replica goes on with the subscriptions. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        poll.stopNow();
        workers.shutdown();
        workers.awaitTermination(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void claim() {
        run(false);
        run(true);
    }

    /** Runs the turns of as many subscriptions as there are slots. */
    private void run(boolean retries) {
        int slots = take(retries);
        int used = 0;
        try {
            for (Claim claim : slots == 0 ? List.<Claim>of() : claims.claim(retries, slots)) {
                workers.execute(() -> deliver(claim, retries));
                used++;
            }
        } finally {
            release(slots - used, retries);
        }
    }

    /** Takes all free slots. Only the thread of the timer does so. */
    private int take(boolean retries) {
        int slots = retries
                ? Math.min(free.availablePermits(), freeForRetries.availablePermits())
                : free.availablePermits();
        free.acquireUninterruptibly(slots);
        if (retries) {
            freeForRetries.acquireUninterruptibly(slots);
        }
        return slots;
    }

    private void release(int slots, boolean retries) {
        free.release(slots);
        if (retries) {
            freeForRetries.release(slots);
        }
    }

    private void deliver(Claim claim, boolean retry) {
        boolean more = false;
        try {
            more = sender.deliver(claim, () -> !stopping);
        } catch (RuntimeException failed) {
            LOG.warnf("The events of webhook %s are delivered later: %s", claim.webhook(), failed.getMessage());
        } finally {
            release(1, retry);
        }
        if (more && !stopping) {
            poll.repeatSoon();
        }
    }
}
