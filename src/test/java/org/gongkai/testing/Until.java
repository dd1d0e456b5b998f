package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for conditions. */
public final class Until {

    private static final long TIMEOUT_SECONDS = 90;

    private Until() {}

    public static void is(Callable<Boolean> condition) throws Exception {
        is(condition, TIMEOUT_SECONDS);
    }

    /** Waits for a condition, at most for some seconds. */
    public static void is(Callable<Boolean> condition, long timeoutSeconds) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        while (!condition.call()) {
            assertThat(System.nanoTime())
                    .as("the condition was not met in time")
                    .isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
