package org.gongkai.security;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A token of the local issuer.
 *
 * @param id claim {@code jti} of the token, which identifies it in the audit log
 * @param token the token, to be sent in the header {@code Authorization} after {@code Bearer}
 * @param expiresAt end of its validity
 */
public record IssuedToken(
        @Schema(minLength = 36, maxLength = 36) String id,

        @Schema(pattern = "^[\\w-]+[.][\\w-]+[.][\\w-]+$", examples = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl")
        String token,

        Instant expiresAt) {}
