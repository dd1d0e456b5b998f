package org.gongkai.statistics.data;

import java.util.Collection;
import java.util.Set;

/**
 * The part of the data that an answer depends on.
 *
 * @param years the report years; empty for all
 * @param districts codes of the districts, each with all districts in it; empty for all
 */
public record DataScope(Set<Integer> years, Set<String> districts) {

    /** All data. */
    public static final DataScope EVERYTHING = new DataScope(Set.of(), Set.of());

    public DataScope {
        years = Set.copyOf(years);
        districts = Set.copyOf(districts);
    }

    public static DataScope of(Collection<Integer> years, Collection<String> districts) {
        return new DataScope(Set.copyOf(years), Set.copyOf(districts));
    }
}
