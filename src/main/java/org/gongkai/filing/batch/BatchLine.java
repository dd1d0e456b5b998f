package org.gongkai.filing.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.review.Receipt;
import org.gongkai.problem.Problem;

/**
 * What became of one item of a batch.
 *
 * @param line its place in the batch, from 1; blank lines are not counted
 * @param agency code of the agency; absent where it could not be read
 * @param year the report year; absent where it could not be read
 * @param status the HTTP status that the item would have been answered by itself
 * @param receipt the receipt of what was stored; absent where nothing was
 * @param problem why it was not stored; absent where it was
 */
public record BatchLine(
        @Schema(minimum = "1") long line,
        @JsonInclude(JsonInclude.Include.NON_NULL) String agency,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer year,
        int status,
        @JsonInclude(JsonInclude.Include.NON_NULL) Receipt receipt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Problem problem) {

    boolean failed() {
        return problem != null;
    }
}
