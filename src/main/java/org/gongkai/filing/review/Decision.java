package org.gongkai.filing.review;

/** A decision on a revision that waits. */
public enum Decision {
    /** The revision comes into force; the one in force until now goes out of force. */
    ACCEPT,
    /** The revision goes back to the agency. */
    RETURN
}
