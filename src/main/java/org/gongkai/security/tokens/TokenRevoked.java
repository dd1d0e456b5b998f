package org.gongkai.security.tokens;

import java.time.Instant;

/**
 * The revocation of a token.
 *
 * @param id the claim {@code jti} of the token
 * @param revokedAt the instant from which it is refused
 * @param expiresAt the end of its validity, after which the revocation makes no difference
 */
record TokenRevoked(String id, Instant revokedAt, Instant expiresAt) {

    /** Returns the earlier one of two revocations of the same token. */
    TokenRevoked orEarlier(TokenRevoked other) {
        return other.revokedAt.isBefore(revokedAt) ? other : this;
    }
}
