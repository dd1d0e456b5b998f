package org.gongkai.webhook.transport;

import java.time.Duration;

/**
 * The result of an attempt to deliver a message.
 *
 * @param status status of the answer; {@code null} if there was none
 * @param failure reason of the failure; {@code null} if the message was delivered
 * @param duration duration of the attempt
 */
public record Attempt(Integer status, Failure failure, Duration duration) {

    private static final int FIRST_OF_SUCCESS = 200;
    private static final int LAST_OF_SUCCESS = 299;
    private static final int GONE = 410;

    /** Returns whether the receiver has accepted the message. */
    public boolean isDelivered() {
        return failure == null;
    }

    /** Returns whether the receiver wants no more messages. */
    public boolean isGone() {
        return status != null && status == GONE;
    }

    static Attempt answered(int status, Duration duration) {
        boolean accepted = status >= FIRST_OF_SUCCESS && status <= LAST_OF_SUCCESS;
        return new Attempt(status, accepted ? null : Failure.STATUS, duration);
    }

    /** Returns the attempt that failed before anything was sent, or without an answer. */
    public static Attempt failed(Failure failure, Duration duration) {
        return new Attempt(null, failure, duration);
    }
}
