package org.gongkai.filing;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * What was decided on a revision.
 *
 * @param decision what was decided
 * @param by who decided; {@code system} where the revision came into force by itself
 * @param at when
 * @param comment what was written to it; absent where nothing was
 */
public record Decided(
        Verdict decision,
        String by,
        Instant at,
        @JsonInclude(JsonInclude.Include.NON_NULL) String comment) {

    /** The decision on a revision; {@code null} while it waits. */
    static Decided on(Revision revision) {
        if (revision.decidedAt == null) {
            return null;
        }
        Verdict kind = revision.status == RevisionStatus.RETURNED ? Verdict.RETURN : Verdict.ACCEPT;
        return new Decided(kind, revision.decidedBy, revision.decidedAt, revision.comment);
    }
}
