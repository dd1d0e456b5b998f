package org.gongkai.http.fairuse;

import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import org.gongkai.problem.ProblemException;

/**
 * The headers that tell a client its limit, and what is left of it (IETF draft "RateLimit header fields for HTTP").
 *
 * @param name name of the limit
 * @param quota the amount that is available after a pause
 * @param rate the amount that is refilled each second
 */
record RateLimitHeaders(String name, long quota, long rate) {

    static final String LIMIT = "RateLimit";
    static final String POLICY = "RateLimit-Policy";

    /**
     * Writes the headers.
     *
     * @param rest what is left
     * @param reset time after which the whole quota is available
     */
    void write(long rest, Duration reset, HttpServerResponse response) {
        response.putHeader(POLICY, policy());
        response.putHeader(LIMIT, limit(rest, reset));
    }

    /** Adds the headers to a refusal. */
    ProblemException addTo(ProblemException refusal, long rest, Duration reset) {
        return refusal.with(POLICY, policy()).with(LIMIT, limit(rest, reset));
    }

    private String policy() {
        return "\"" + name + "\";q=" + quota + ";w=" + Math.max(1, quota / Math.max(1, rate));
    }

    private String limit(long rest, Duration reset) {
        return "\"" + name + "\";r=" + Math.max(0, rest) + ";t="
                + reset.plusMillis(999).toSeconds();
    }
}
