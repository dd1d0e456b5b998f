package org.gongkai.security;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;

/**
 * The agencies and years whose reports a caller may work with. It can be used after the request has ended. It asks the
 * database about an agency only if the token names districts.
 */
public final class Reach implements Predicate<String> {

    private final boolean isEverywhere;
    private final Set<String> agencies;
    private final DistrictScope districts;
    private final YearScope years;
    private final AgencyDistricts registry;

    /** The agencies that were found in the districts. */
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    /**
     * Combines the limits of a token.
     *
     * @param isEverywhere whether the caller may work with all agencies
     * @param agencies codes of the agencies that the token names
     * @param districts the districts whose agencies the caller may work with as well
     * @param years the years
     * @param registry where the districts of agencies are looked up
     */
    Reach(
            boolean isEverywhere,
            Set<String> agencies,
            DistrictScope districts,
            YearScope years,
            AgencyDistricts registry) {
        this.isEverywhere = isEverywhere;
        this.agencies = agencies;
        this.districts = districts;
        this.years = years;
        this.registry = registry;
    }

    /** Returns whether the answer for an agency is in the registry. */
    boolean asksRegistry(String agency) {
        return !isEverywhere
                && !agencies.contains(agency)
                && !found.contains(agency)
                && !districts.codes().isEmpty();
    }

    /** Returns whether the caller may work with an agency, in some year. */
    @Override
    public boolean test(String agency) {
        return asksRegistry(agency)
                ? isWithinDistricts(agency)
                : isEverywhere || agencies.contains(agency) || found.contains(agency);
    }

    private boolean isWithinDistricts(String agency) {
        boolean within = registry.isWithin(agency, districts.codes());
        if (within) {
            found.add(agency);
        }
        return within;
    }

    /** Returns whether the caller may work with the report of an agency for a year. */
    public boolean test(String agency, int year) {
        return years.allows(year) && test(agency);
    }

    /**
     * Refuses an agency with which the caller may not work.
     *
     * @throws ProblemException the same one for every agency, whether or not it is registered
     */
    public void require(String agency) {
        if (!test(agency)) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
    }

    /**
     * Refuses a report with which the caller may not work. The agency is checked first, so that the refusal of a year does
     * not reveal which years another agency has.
     *
     * @throws ProblemException if the agency or the year is not the caller's
     */
    public void require(String agency, int year) {
        require(agency);
        years.require(year);
    }
}
