package org.gongkai.csv;

/** The result of storing an entry that may exist already. */
public enum UpsertResult {
    ADDED,
    CHANGED,
    /** The same entry existed already. */
    UNCHANGED;

    /**
     * Compares the states of an entry.
     *
     * @param before the previous state; {@code null} if the entry is new
     */
    public static UpsertResult of(Object before, Object after) {
        if (after.equals(before)) {
            return UNCHANGED;
        }
        return before == null ? ADDED : CHANGED;
    }
}
