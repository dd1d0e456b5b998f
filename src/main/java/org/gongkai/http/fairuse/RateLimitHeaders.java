package org.gongkai.http.fairuse;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.gongkai.problem.ProblemException;

/** The headers that tell a client its limit, and what is left of it (IETF draft "RateLimit header fields for HTTP"). */
final class RateLimitHeaders {

    private static final String LIMIT = "RateLimit";
    private static final String POLICY = "RateLimit-Policy";

    private final String name;
    private final String policy;

    /**
     * Creates the headers of a limit.
     *
     * @param name its name
     * @param quota the amount that is available after a pause
     * @param rate the amount that is refilled each second
     */
    RateLimitHeaders(String name, long quota, long rate) {
        this.name = "\"" + name + "\"";
        this.policy = this.name + ";q=" + quota + ";w=" + Math.max(1, quota / Math.max(1, rate));
    }

    /**
     * Writes the headers.
     *
     * @param rest what is left
     * @param reset time after which the whole quota is available
     */
    void write(long rest, Duration reset, HttpServerResponse response) {
        response.putHeader(POLICY, policy);
        response.putHeader(LIMIT, limit(rest, reset));
    }

    /** Adds the headers to a refusal. */
    ProblemException addTo(ProblemException refusal, long rest, Duration reset) {
        return refusal.with(POLICY, policy).with(LIMIT, limit(rest, reset));
    }

    private String limit(long rest, Duration reset) {
        return name + ";r=" + Math.max(0, rest) + ";t=" + seconds(reset);
    }

    /** Returns a time in whole seconds, rounded up. */
    static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
