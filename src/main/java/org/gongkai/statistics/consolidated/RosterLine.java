package org.gongkai.statistics.consolidated;

import java.util.Optional;
import org.gongkai.registry.Named;

/**
 * Somebody who owes a report for a year, or has reported all the same.
 *
 * @param agency who, by the name of that year
 * @param government whether it is a government, whose own report contains its departments', rather than a department
 * @param counted the revision that counts; empty where none does
 * @param newest status of the newest revision; empty where there is none at all
 */
record RosterLine(Named agency, boolean government, Optional<CountedRevision> counted, Optional<String> newest) {

    /**
     * A revision that counts.
     *
     * @param revision its number
     * @param contentHash fingerprint of its content
     */
    record CountedRevision(int revision, String contentHash) {}

    /** Number of the revision, where it is known that one counts. */
    int revision() {
        return counted.orElseThrow().revision();
    }
}
