package org.gongkai.platform.embedded;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Starts the server again, on the same port and data, when it has ended although the service did not stop it. */
final class ServerWatch implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ServerWatch.class);

    /** The number of starts after which the server counts as lost, unless it ran for a while in between. */
    private static final int MAX_STARTS = 5;

    private static final Duration A_WHILE = Duration.ofMinutes(1);

    private final ServerProcesses processes;
    private final DatabasePrograms programs;
    private final Path data;
    private final Path log;
    private final Runnable whenLost;
    private final ScheduledExecutorService timer;

    private volatile boolean closing;
    private ProcessHandle server;
    private int starts;
    private long lastStart;

    /**
     * Begins to watch a running server.
     *
     * @param server the process of the server
     * @param log the log of the server
     * @param interval time between two looks at the process
     * @param whenLost called when the server does not stay up
     */
    ServerWatch(
            ProcessHandle server,
            ServerProcesses processes,
            DatabasePrograms programs,
            Path data,
            Path log,
            Duration interval,
            Runnable whenLost) {
        this.server = server;
        this.processes = processes;
        this.programs = programs;
        this.data = data;
        this.log = log;
        this.whenLost = whenLost;
        this.timer =
                Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("embedded-database-watch", true));
        timer.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!keepUp()) {
            timer.shutdown();
            LOG.errorf(
                    "The embedded PostgreSQL in %s does not stay up after %d starts. Its log is %s.",
                    data, MAX_STARTS, log);
            // Outside the lock, because this may end the process, and its end closes this object in another thread.
            whenLost.run();
        }
    }

    /** Starts the server if it does not run. Returns false if it is lost. */
    private synchronized boolean keepUp() {
        try {
            if (closing || runs()) {
                return true;
            }
            if (System.nanoTime() - lastStart > A_WHILE.toNanos()) {
                starts = 0;
            }
            if (starts == MAX_STARTS) {
                return false;
            }
            start();
        } catch (IOException | RuntimeException e) {
            LOG.errorf("The embedded PostgreSQL could not be started again: %s", e.getMessage());
        }
        return true;
    }

    private boolean runs() throws IOException {
        if (!processes.isServer(server)) {
            server = processes.postmaster().orElse(server);
        }
        return processes.isServer(server);
    }

    private void start() throws IOException {
        starts++;
        lastStart = System.nanoTime();
        LOG.warnf("The embedded PostgreSQL has ended and is started again. Its log is %s.", log);
        processes.awaitEnd(server);
        if (!closing) {
            programs.startAgain(data, Redirect.appendTo(log.toFile()));
        }
    }

    /** Stops watching. */
    @Override
    public void close() {
        closing = true;
        // A start in progress holds the lock, and is finished first.
        synchronized (this) {
            timer.shutdown();
        }
    }
}
