package org.gongkai.csv;

/** What became of an entry that was put into the registry. */
public enum UpsertResult {
    ADDED,
    CHANGED,
    /** It was there already, just so. */
    UNCHANGED
}
