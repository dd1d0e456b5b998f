package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.problem.Problem;

/**
 * The result of one of many decisions.
 *
 * @param line position of the decision in the request, from 1
 * @param agency code of the agency; absent where it could not be read
 * @param year the report year; absent where it could not be read
 * @param revision number of the revision; absent where it could not be read
 * @param status HTTP status that the decision would have had as a single one
 * @param receipt receipt of the revision after the decision; absent where nothing was decided
 * @param problem reason why nothing was decided; absent where it was
 */
public record DecisionResult(
        @Schema(minimum = "1") int line,
        @JsonInclude(JsonInclude.Include.NON_NULL) String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer revision,
        @Schema(minimum = "200", maximum = "599") int status,
        @JsonInclude(JsonInclude.Include.NON_NULL) Receipt receipt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem) {}
