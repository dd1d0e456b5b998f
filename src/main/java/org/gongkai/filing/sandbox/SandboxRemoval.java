package org.gongkai.filing.sandbox;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gongkai.filing.store.SandboxConfig;
import org.jboss.logging.Logger;

/** Removes tests some time after their last change, and what they have shown. */
@ApplicationScoped
public class SandboxRemoval {

    private static final Logger LOG = Logger.getLogger(SandboxRemoval.class);

    private static final long EVERY_MINUTES = 60;

    /** One replica at a time removes; another one that comes meanwhile has nothing to do. */
    private static final String CLAIM = "select pg_try_advisory_xact_lock(hashtext('sandbox removal'))";

    private final SandboxConfig config;
    private final Clock clock;
    private final boolean serves;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("sandbox-removal", true));

    /**
     * Creates the job.
     *
     * @param serves whether the process serves requests: a command removes nothing
     */
    SandboxRemoval(
            SandboxConfig config,
            Clock clock,
            @ConfigProperty(name = "quarkus.http.host-enabled", defaultValue = "true") boolean serves) {
        this.config = config;
        this.clock = clock;
        this.serves = serves;
    }

    void start(@Observes StartupEvent started) {
        if (serves) {
            timer.scheduleWithFixedDelay(this::removeLogged, 1, EVERY_MINUTES, TimeUnit.MINUTES);
        }
    }

    void stop(@Observes ShutdownEvent stopped) {
        timer.shutdownNow();
    }

    private void removeLogged() {
        try {
            long removed = remove();
            if (removed > 0) {
                LOG.infof("Removed %d test reports that had not changed for %s", removed, config.keep());
            }
        } catch (RuntimeException failed) {
            LOG.warnf("Old test reports could not be removed: %s", failed.getMessage());
        }
    }

    /** Removes what is too old; returns the number of reports. */
    public long remove() {
        return QuarkusTransaction.requiringNew().call(this::removeIfAlone);
    }

    private long removeIfAlone() {
        boolean isAlone =
                (Boolean) Panache.getEntityManager().createNativeQuery(CLAIM).getSingleResult();
        if (!isAlone) {
            return 0;
        }
        Instant oldest = clock.instant().minus(config.keep());
        ShownCase.delete("lastAt < ?1", oldest);
        return SandboxReport.delete("changedAt < ?1", oldest);
    }
}
