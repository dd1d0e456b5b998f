package org.gongkai.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What was decided on a revision.
 *
 * @param decision what was decided
 * @param by who decided; {@code system} where the revision came into force by itself; absent
 *     for who is neither of the agency nor of the oversight office
 * @param at when
 * @param comment what was written to it; absent where nothing was, and for the same
 */
public record Decided(
        Verdict decision,
        @JsonInclude(JsonInclude.Include.NON_NULL) String by,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) String comment) {

    /** What everybody may know of it. */
    Decided published() {
        return new Decided(decision, null, at, null);
    }

    /** The decision on a revision; {@code null} while it waits. */
    static Decided on(Revision revision) {
        if (revision.decidedAt == null) {
            return null;
        }
        Verdict kind = revision.status == RevisionStatus.RETURNED ? Verdict.RETURN : Verdict.ACCEPT;
        return new Decided(kind, revision.decidedBy, revision.decidedAt, revision.comment);
    }
}
