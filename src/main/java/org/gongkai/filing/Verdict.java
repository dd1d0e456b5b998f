package org.gongkai.filing;

/** What can be decided on a revision that waits. */
public enum Verdict {
    /** The revision comes into force; the one that was goes out of force. */
    ACCEPT,
    /** The revision goes back to the agency. */
    RETURN
}
