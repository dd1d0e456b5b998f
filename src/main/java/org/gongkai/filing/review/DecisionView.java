package org.gongkai.filing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionStatus;

/**
 * What was decided on a revision.
 *
 * @param decision what was decided
 * @param by who decided; {@code system} where the revision came into force by itself; absent
 *     for who is neither of the agency nor of the oversight office
 * @param at when
 * @param comment what was written to it; absent where nothing was, and for the same
 */
public record DecisionView(
        Decision decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) String by,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) String comment) {

    /** What everybody may know of it. */
    public DecisionView published() {
        return new DecisionView(decision, null, at, null);
    }

    /** The decision on a revision; {@code null} while it waits. */
    public static DecisionView on(Revision revision) {
        if (revision.decidedAt == null) {
            return null;
        }
        Decision kind = revision.status == RevisionStatus.RETURNED ? Decision.RETURN : Decision.ACCEPT;
        return new DecisionView(kind, revision.decidedBy, revision.decidedAt, revision.comment);
    }
}
