package org.gongkai.filing.review;

/** A decision of the oversight office on a revision. */
public enum Decision {
    /** The revision, which waits, comes into force; the one in force until now goes out of force. */
    ACCEPT,
    /** The revision, which waits, goes back to the agency. */
    RETURN,
    /** The revision goes out of force. */
    WITHDRAW
}
