package org.gongkai.filing.revision;

import java.util.Set;
import org.gongkai.problem.ParameterFault;

/** The status of a revision. */
public enum RevisionStatus {
    /** Waits for a decision of the oversight office. */
    SUBMITTED,
    /** The revision in force; roll-ups count it. */
    ACCEPTED,
    /** Returned to the agency by the oversight office. */
    RETURNED,
    /** A revision that was in force until a newer revision was accepted. */
    SUPERSEDED;

    /** Statuses of revisions that are or were in force. */
    public static final Set<RevisionStatus> PUBLISHED = Set.of(ACCEPTED, SUPERSEDED);

    /** Parses the value of a parameter; called by the framework. */
    public static RevisionStatus fromString(String name) {
        return ParameterFault.choose("status", name, values(), RevisionStatus::name);
    }
}
