package org.gongkai.webhook.transport;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * The delays between the attempts to deliver a message. Each is twice the one before, up to a limit, and shortened at
 * random by up to a half: receivers that failed at the same time are not all called at the same time again.
 *
 * @param first the first delay
 * @param max the longest delay
 * @param random random numbers from 0 (inclusive) to 1 (exclusive)
 */
public record Backoff(Duration first, Duration max, DoubleSupplier random) {

    /** The number of doublings after which any delay has reached any limit. */
    private static final int MAX_DOUBLINGS = 30;

    /**
     * Returns the delay after a failure.
     *
     * @param failures number of failed attempts, from 1
     */
    public Duration after(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        Duration longest = doubled.compareTo(max) < 0 ? doubled : max;
        return Duration.ofMillis((long) (longest.toMillis() * (1 - random.getAsDouble() / 2)));
    }
}
