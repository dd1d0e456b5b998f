package org.gongkai.cycle;

import org.gongkai.problem.ParameterFault;

/** What has become of a report that is owed. */
public enum ObligationState {
    /** It was first handed in before the deadline had passed. */
    ON_TIME,
    /** It was first handed in later. */
    LATE,
    /** The office sent it back, none is in force, and no other has come in. */
    RETURNED,
    /** Nothing was handed in. */
    MISSING,
    /** It is not owed any more: the agency was taken off the roster. */
    EXEMPT;

    /** Called by the framework with the value of a parameter. */
    public static ObligationState fromString(String name) {
        return ParameterFault.choose("state", name, values(), ObligationState::name);
    }
}
