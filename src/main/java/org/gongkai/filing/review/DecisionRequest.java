package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.CellComment;
import org.gongkai.rules.Reason;

/**
 * A decision of the oversight office: on a revision that waits, or to withdraw the revision in force.
 *
 * @param revision number of the revision
 * @param decision the decision
 * @param comment comment of the office; required as the reason to return or to withdraw a revision
 * @param reinstatePrevious whether the revision that was in force before comes into force again; only to withdraw a
 *     revision; false if omitted
 * @param comments comments at cells and sections of the form, at most 200; not to withdraw a revision
 */
public record DecisionRequest(
        @Schema(minimum = "1", examples = "1") Integer revision,
        Decision decision,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH, examples = "所作说明属实，予以认可")
        String comment,

        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean reinstatePrevious,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxItems = CellComment.MAX_NUMBER)
        List<CellComment> comments) {

    List<CellComment> commentsAtCells() {
        return comments == null ? List.of() : comments;
    }

    boolean reinstatesPrevious() {
        return Boolean.TRUE.equals(reinstatePrevious);
    }
}
