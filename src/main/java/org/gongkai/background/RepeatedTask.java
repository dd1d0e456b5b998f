package org.gongkai.background;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A task that is repeated at intervals, on a thread of its own. A repetition that fails does not end the others. A series of
 * failures, such as an outage of the database, is logged once.
 */
public final class RepeatedTask {

    private final Runnable task;
    private final Duration interval;
    private final Logger log;
    private final String failure;
    private final ScheduledExecutorService timer;

    /** True if the last repetition has failed. Only the thread of the task uses it. */
    private boolean failing;

    /**
     * Creates a task, which begins when it is started.
     *
     * @param name name of its thread
     * @param interval the time before the first repetition, and between the end of one and the next
     * @param log the log of failures
     * @param failure the sentence that is logged; the reason follows it
     * @param task one repetition
     */
    public RepeatedTask(String name, Duration interval, Logger log, String failure, Runnable task) {
        this.task = task;
        this.interval = interval;
        this.log = log;
        this.failure = failure;
        this.timer = Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory(name, true));
    }

    public void start() {
        timer.scheduleWithFixedDelay(this::repeat, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Repeats the task once more, as soon as its thread is free. */
    public void repeatSoon() {
        timer.execute(this::repeat);
    }

    private void repeat() {
        try {
            task.run();
            failing = false;
        } catch (RuntimeException failed) {
            if (!failing) {
                log.warnf("%s: %s", failure, failed.getMessage());
            }
            failing = true;
        }
    }

    /**
     * Ends the repetitions.
     *
     * @param patience the time that the current one may take to end
     */
    public void stop(Duration patience) throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends the repetitions, and interrupts the current one. */
    public void stopNow() {
        timer.shutdownNow();
    }
}
