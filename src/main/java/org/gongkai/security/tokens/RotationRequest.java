package org.gongkai.security.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A request for the successor of a token.
 *
 * @param lifetime validity of the successor, as an ISO 8601 duration from PT1M to P366D; that of the token if omitted
 * @param overlap time for which the token stays valid beside its successor, as an ISO 8601 duration from PT0S to P30D; P1D
 *     if omitted
 */
public record RotationRequest(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = "duration", examples = "P90D")
        String lifetime,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(format = "duration", examples = "PT1H")
        String overlap) {

    static final RotationRequest DEFAULT = new RotationRequest(null, null);
}
