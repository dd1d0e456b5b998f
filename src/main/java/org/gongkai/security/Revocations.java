package org.gongkai.security;

import java.time.Instant;
import java.util.Optional;

/** The tokens of the local issuer that were revoked, without a request to the database. */
public interface Revocations {

    /**
     * Returns when a token was revoked; empty if it is not revoked, or will be later.
     *
     * @param id the claim {@code jti} of the token
     */
    Optional<Instant> revokedAt(String id);
}
