package org.gongkai.security;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token of the local issuer.
 *
 * @param token what to send in the header {@code Authorization}, after {@code Bearer}
 * @param expiresAt from when on it is refused
 */
public record IssuedToken(
        @Schema(examples = "eyJhbGciOiJSUzI1NiJ9…") String token, Instant expiresAt) {}
