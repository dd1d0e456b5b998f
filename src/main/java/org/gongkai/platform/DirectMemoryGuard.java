package org.gongkai.platform;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.internal.PlatformDependent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ends the process when its direct memory has run out, and stays so. The option ExitOnOutOfMemoryError of the virtual
 * machine does not cover direct memory, and a server that cannot allocate buffers can neither answer nor stop.
 */
@ApplicationScoped
class DirectMemoryGuard {

    private static final Logger LOG = Logger.getLogger(DirectMemoryGuard.class);

    /** The exit status of ExitOnOutOfMemoryError. */
    private static final int STATUS = 3;

    /** The unit in which the server allocates direct memory. If not even one is left, allocations fail. */
    private static final long CHUNK = 4L << 20;

    /** The number of checks in succession, one a second, after which the memory is regarded as lost. */
    private static final int PATIENCE = 10;

    private final long limit = PlatformDependent.estimateMaxDirectMemory();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("direct-memory-guard", true));
    private int exhausted;

    void start(@Observes StartupEvent start) {
        timer.scheduleWithFixedDelay(this::check, 1, 1, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent shutdown) {
        timer.shutdownNow();
    }

    private void check() {
        exhausted = limit - used() < CHUNK ? exhausted + 1 : 0;
        if (exhausted >= PATIENCE) {
            LOG.fatalf("Ends because the direct memory (%d bytes) has run out", limit);
            Runtime.getRuntime().halt(STATUS);
        }
    }

    /** Returns the direct memory in use: of the buffers of the Java runtime, or of the server if it counts its own. */
    private static long used() {
        long ofRuntime = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return Math.max(ofRuntime, PlatformDependent.usedDirectMemory());
    }
}
