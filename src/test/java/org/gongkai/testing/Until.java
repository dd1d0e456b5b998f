package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Waits for what is to come to pass. */
public final class Until {

    private static final long PATIENCE_SECONDS = 90;

    private Until() {}

    public static void is(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("it does not come to pass").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
