package org.gongkai.statistics.rollup;

import java.util.List;
import java.util.OptionalLong;

/**
 * Facts about the data that decide which parts a roll-up needs.
 *
 * @param dataVersion the version of the data that these facts are true for; empty when they are true for good
 * @param districts codes of the districts in the query that are registered
 * @param places the numbers of all places in these districts: each district with the ancestors that it had at some time
 * @param ofOtherKind codes of the agencies in the query that are not of its kind, whose reports it does not count
 * @param lastYear the last report year that is over; none is expected for later ones
 * @param hasUnopened whether some of the years in the query that are over have not been opened
 * @param hasUnlisted whether any agency has reported for one of these years without being on its roster
 * @param hasSplits whether any agency was split
 */
public record Scope(
        OptionalLong dataVersion,
        List<String> districts,
        List<Integer> places,
        List<String> ofOtherKind,
        int lastYear,
        boolean hasUnopened,
        boolean hasUnlisted,
        boolean hasSplits) {

    /** Returns whether the facts are true for a version of the data. */
    public boolean holdsIn(long version) {
        return dataVersion.isEmpty() || dataVersion.getAsLong() == version;
    }
}
