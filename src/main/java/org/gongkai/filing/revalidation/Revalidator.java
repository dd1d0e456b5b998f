package org.gongkai.filing.revalidation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.background.RepeatedTask;
import org.jboss.logging.Logger;

/**
 * Makes the steps of the run in the background, on one thread, so that submissions keep the connections they need. A run
 * survives the end of this process: this replica or another one goes on where it stopped.
 */
@ApplicationScoped
class Revalidator {

    private static final Logger LOG = Logger.getLogger(Revalidator.class);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration LAST_STEP = Duration.ofSeconds(10);

    private final RevalidationRuns runs;
    private final RevalidationStep step;
    private final boolean serves;
    private final UUID lease = UUID.randomUUID();
    private final RepeatedTask poll =
            new RepeatedTask("revalidation", POLL, LOG, "Stored reports are not checked at present", this::runClaimed);

    private volatile boolean stopping;

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
            poll.start();
        }
    }

    /** Lets the step under way end. */
    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping = true;
        poll.stop(LAST_STEP);
    }

    private void runClaimed() {
        runs.claim(lease).ifPresent(this::run);
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
