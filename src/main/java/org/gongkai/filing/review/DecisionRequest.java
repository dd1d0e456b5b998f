package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.rules.Reason;

/**
 * A decision of the oversight office on a revision that waits.
 *
 * @param revision number of the revision
 * @param decision the decision
 * @param comment comment of the office; required to return a revision
 */
public record DecisionRequest(
        @Schema(minimum = "1") Integer revision,
        Decision decision,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = Reason.MAX_LENGTH)
        String comment) {}
