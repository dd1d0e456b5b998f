package org.gongkai.filing.review;

/** What can be decided on a revision that waits. */
public enum Decision {
    /** The revision comes into force; the one that was goes out of force. */
    ACCEPT,
    /** The revision goes back to the agency. */
    RETURN
}
