package org.gongkai.statistics.consolidated;

import java.util.Optional;
import org.gongkai.registry.code.Named;

/**
 * An agency that must report for a year, or has reported without having to.
 *
 * @param agency the agency, by its name of that year
 * @param government whether it is a government, whose own report contains those of its departments, and not a
 *     department
 * @param counted the revision that counts; empty when there is none
 * @param newest status of the newest revision; empty when there is no revision
 */
record RosterLine(Named agency, boolean government, Optional<CountedRevision> counted, Optional<String> newest) {

    /**
     * A revision that counts.
     *
     * @param revision its number
     * @param contentHash the SHA-256 of its content
     */
    record CountedRevision(int revision, String contentHash) {}

    /** Returns the number of the revision of an agency with a revision that counts. */
    int revision() {
        return counted.orElseThrow().revision();
    }
}
