package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.filing.revision.CellComment;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.rules.Reason;
import org.gongkai.text.Language;
import org.gongkai.text.NameLength;

/**
 * The decision on a revision.
 *
 * @param decision the decision
 * @param by name of the decider; {@code system} where the revision came into force automatically; only for the agency
 *     and the oversight office
 * @param at time of the decision
 * @param comment comment on the decision; absent where there is none; only for the agency and the oversight office
 * @param comments comments at cells and sections of the form; absent where there are none; only for the agency and the
 *     oversight office
 */
public record DecisionView(
        Decision decision,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = NameLength.ACTOR)
        String by,

        Instant at,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(minLength = 1, maxLength = Reason.MAX_LENGTH)
        String comment,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(maxItems = CellComment.MAX_NUMBER)
        List<CellCommentView> comments) {

    /** Returns the decision on a revision, or {@code null} while it waits. */
    public static DecisionView of(RevisionRow revision, Language language, Visibility visibility) {
        if (revision.decidedAt() == null) {
            return null;
        }
        Decision decision = revision.status() == RevisionStatus.RETURNED ? Decision.RETURN : Decision.ACCEPT;
        return visibility == Visibility.FULL
                ? new DecisionView(
                        decision,
                        revision.decidedBy(),
                        revision.decidedAt(),
                        revision.comment(),
                        CellCommentView.of(revision, language))
                : new DecisionView(decision, null, revision.decidedAt(), null, List.of());
    }
}
