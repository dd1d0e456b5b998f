package org.gongkai.security;

import java.util.Set;

/** The registry, as far as access depends on it: which districts contain an agency. */
public interface AgencyDistricts {

    /**
     * Returns whether the registry has an agency in one of some districts, directly or in a lower district. Asks the
     * database.
     *
     * @param agency code of the agency, which may be unknown
     * @param districts codes of the districts, which may be unknown
     */
    boolean isWithin(String agency, Set<String> districts);

    /**
     * Returns the codes of all agencies in some districts, directly or in lower districts. Asks the database.
     *
     * @param districts codes of the districts, which may be unknown
     */
    Set<String> within(Set<String> districts);
}
