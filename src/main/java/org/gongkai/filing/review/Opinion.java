package org.gongkai.filing.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongkai.filing.revision.CellComment;

/**
 * The opinion of the oversight office on a revision, with its decision.
 *
 * @param comment comment on the revision; {@code null} where there is none
 * @param comments comments at cells; empty where there are none
 */
record Opinion(String comment, List<CellComment> comments) {

    /** No opinion: the service accepted the revision. */
    static final Opinion NONE = new Opinion(null, List.of());

    static Opinion of(DecisionRequest request) {
        return new Opinion(request.comment(), request.commentsAtCells());
    }

    /** Returns the opinion for the audit log. */
    Map<String, Object> detail() {
        Map<String, Object> detail = new LinkedHashMap<>();
        if (comment != null) {
            detail.put("comment", comment);
        }
        if (!comments.isEmpty()) {
            detail.put("comments", comments);
        }
        return detail;
    }
}
