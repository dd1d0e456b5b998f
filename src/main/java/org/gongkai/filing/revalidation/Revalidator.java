package org.gongkai.filing.revalidation;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Makes the steps of the run in the background, on one thread, so that submissions keep the connections they need. A run
 * survives the end of this process: this replica or another one goes on where it stopped.
 */
@ApplicationScoped
class Revalidator {

    private static final Logger LOG = Logger.getLogger(Revalidator.class);

    private static final long POLL_MILLIS = 1_000;
    private static final long LAST_STEP_SECONDS = 10;

    private final RevalidationRuns runs;
    private final RevalidationStep step;
    private final boolean serves;
    private final UUID lease = UUID.randomUUID();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("revalidation", true));

    private volatile boolean stopping;

    /** Whether the last poll has failed, so that an outage of the database is logged once. */
    private boolean failing;

    /**
     * Creates the worker.
     *
     * @param serves whether the process serves requests: a command checks nothing in the background
     */
    Revalidator(
            RevalidationRuns runs,
            RevalidationStep step,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.runs = runs;
        this.step = step;
        this.serves = serves;
    }

    void start(@Observes StartupEvent started) {
        if (serves) {
            timer.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets the step under way end. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        timer.shutdown();
        timer.awaitTermination(LAST_STEP_SECONDS, TimeUnit.SECONDS);
    }

    private void poll() {
        try {
            runs.claim(lease).ifPresent(this::run);
            failing = false;
        } catch (RuntimeException failed) {
            if (!failing) {
                LOG.warnf("Stored reports are not checked at present: %s", failed.getMessage());
            }
            failing = true;
        }
    }

    private void run(long id) {
        boolean more = true;
        while (more && !stopping) {
            more = step(id);
        }
    }

    /** Makes a step. One that fails is repeated at the next poll. */
    private boolean step(long id) {
        try {
            return step.next(id, lease);
        } catch (RuntimeException failed) {
            LOG.warnf("A step of revalidation %s failed and is repeated: %s", id, failed.getMessage());
            runs.failed(id);
            return false;
        }
    }
}
