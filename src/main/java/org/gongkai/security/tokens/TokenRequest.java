package org.gongkai.security.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a token shall be like.
 *
 * @param lifetime how long it is valid, as an ISO 8601 duration from PT1M to P366D; may be left out
 */
public record TokenRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = "duration", examples = "P90D")
        String lifetime) {}
