package org.gongkai.filing.revision;

/** The part of a revision that a reader may see. */
public enum Visibility {
    /** Everything: for the agency and the oversight office. */
    FULL,
    /**
     * Everything but persons and their messages to each other: for the public, of revisions that are or were in force.
     */
    PUBLIC
}
