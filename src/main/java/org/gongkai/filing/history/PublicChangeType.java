package org.gongkai.filing.history;

/** The type of a change of the reports in force. */
public enum PublicChangeType {
    /** A revision came into force, and none was in force before. */
    ACCEPTED,
    /** A revision came into force in place of an earlier one. */
    CORRECTED,
    /** The revision in force was withdrawn. */
    WITHDRAWN,
    /** An earlier revision came into force again, because the newer one was withdrawn. */
    REINSTATED
}
