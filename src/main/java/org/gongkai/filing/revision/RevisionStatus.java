package org.gongkai.filing.revision;

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
    SUPERSEDED,
    /** Withdrawn: by the oversight office while it was in force, or by the agency while it waited. */
    WITHDRAWN;

    /** Parses the value of a parameter; called by the framework. */
    public static RevisionStatus fromString(String name) {
        return ParameterFault.choose("status", name, values(), RevisionStatus::name);
    }
}
