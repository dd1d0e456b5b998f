package org.gongkai.csv;

/** The result of storing an entry that may exist already. */
public enum UpsertResult {
    ADDED,
    CHANGED,
    /** The same entry existed already. */
    UNCHANGED
}
