package org.gongkai.http.idempotency;

import jakarta.ws.rs.core.Response;

/** The result of asking to process a request with a key. */
sealed interface Claim {

    /**
     * The request is processed, and no other one with its key meanwhile.
     *
     * @param key the key
     * @param firstBody hash of the body of the first request; {@code null} if this is the first, or its body is known
     */
    record Granted(IdempotencyKey key, byte[] firstBody) implements Claim {}

    /**
     * The request has been answered before.
     *
     * @param answer the first answer
     */
    record Answered(Response answer) implements Claim {}
}
