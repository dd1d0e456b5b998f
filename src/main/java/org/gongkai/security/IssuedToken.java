package org.gongkai.security;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token of the local issuer.
 *
 * @param id its claim {@code jti}, by which the trail knows it
 * @param token what to send in the header {@code Authorization}, after {@code Bearer}
 * @param expiresAt from when on it is refused
 */
public record IssuedToken(
        String id,
        @Schema(examples = "eyJhbGciOiJSUzI1NiJ9…") String token,
        Instant expiresAt) {}
