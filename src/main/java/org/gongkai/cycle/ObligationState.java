package org.gongkai.cycle;

import org.gongkai.problem.ParameterFault;

/** The state of the obligation to report. */
public enum ObligationState {
    /** The first submission was before the deadline. */
    ON_TIME,
    /** The first submission was after the deadline. */
    LATE,
    /** The oversight office returned the report, no report is in force, and no other one was submitted. */
    RETURNED,
    /** The agency has not submitted a report. */
    MISSING,
    /** The agency was exempted, and owes no report. */
    EXEMPT;

    /** Parses the value of a parameter. The framework calls this method. */
    public static ObligationState fromString(String name) {
        return ParameterFault.choose("state", name, values(), ObligationState::name);
    }
}
