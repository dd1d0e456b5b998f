package org.gongkai.security.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for a token.
 *
 * @param lifetime validity of the token, as an ISO 8601 duration from PT1M to P366D; optional
 * @param allowEnded whether the agency may have ended; false if omitted
 */
public record TokenRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = "duration", examples = "P90D")
        String lifetime,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean allowEnded) {

    boolean allowsEnded() {
        return Boolean.TRUE.equals(allowEnded);
    }
}
