package org.gongkai.statistics.rollup;

import java.util.List;
import java.util.OptionalLong;

/**
 * Facts about the data that decide which parts a roll-up needs.
 *
 * @param dataVersion the version of the data that these facts are true for; empty when they are true for good
 * @param districts codes of the districts in the query, and of all districts in them
 * @param hasUnopened whether some of the years in the query have not been opened
 * @param hasUnlisted whether any agency has reported for one of these years without being on its roster
 */
public record Scope(OptionalLong dataVersion, List<String> districts, boolean hasUnopened, boolean hasUnlisted) {

    /** Returns whether the facts are true for a version of the data. */
    public boolean holdsIn(long version) {
        return dataVersion.isEmpty() || dataVersion.getAsLong() == version;
    }
}
