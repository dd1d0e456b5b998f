package org.gongkai.filing.store;

import java.util.Set;
import org.gongkai.problem.ParameterFault;

/** Where a revision stands. */
public enum RevisionStatus {
    /** Waits for the oversight office. */
    SUBMITTED,
    /** In force: this is what roll-ups count. */
    ACCEPTED,
    /** Sent back by the oversight office. */
    RETURNED,
    /** Was in force until a newer one was accepted. */
    SUPERSEDED;

    /** Where revisions stand that are in force, or were. */
    public static final Set<RevisionStatus> PUBLISHED = Set.of(ACCEPTED, SUPERSEDED);

    /** Called by the framework with the value of a parameter. */
    public static RevisionStatus fromString(String name) {
        return ParameterFault.choose("status", name, values(), RevisionStatus::name);
    }
}
