package org.gongkai.registry.reach;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.http.listing.Criteria;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.code.RegisteredCodes;
import org.gongkai.security.Access;
import org.gongkai.security.Reach;
import org.gongkai.text.Characters;

/**
 * The reports that the caller may work with, like {@link Reach}, as a limit of lists: the oversight office lists all, unless
 * its token names districts or years; an agency lists its own.
 */
@ApplicationScoped
public class OwnReports {

    private static final String OF_AGENCIES = "%s in :ownAgencies";

    private static final String OF_AGENCIES_OR_DISTRICTS = "(" + OF_AGENCIES
            + " or %1$s in (select own.code from Agency own where own.district.code in :ownDistricts))";

    private final Access access;
    private final RegisteredCodes codes;

    OwnReports(Access access, RegisteredCodes codes) {
        this.access = access;
        this.codes = codes;
    }

    /**
     * Limits a list to reports that the caller may work with.
     *
     * @param agency the member with the code of the agency
     * @param year the member with the report year
     */
    public void limit(Criteria criteria, String agency, String year) {
        condition(agency, year, criteria).ifPresent(criteria::and);
    }

    /**
     * Limits a list to reports of the agencies that the caller represents. The districts of the oversight office limit what
     * it sees; it represents none of their agencies.
     *
     * @param agency the member with the code of the agency
     * @param year the member with the report year
     */
    public void limitToRepresented(Criteria criteria, String agency, String year) {
        Set<String> districts =
                access.isOversight() ? Set.of() : access.districts().codes();
        criteria.and(ofAgencies(agency, districts, criteria));
        ofYears(year, criteria).ifPresent(criteria::and);
    }

    /**
     * Returns the condition in the query language of Hibernate; empty if the caller may work with all reports.
     *
     * @param agency the member with the code of the agency
     * @param year the member with the report year
     * @param criteria receives the parameters of the condition
     */
    public Optional<String> condition(String agency, String year, Criteria criteria) {
        List<String> limits = new ArrayList<>();
        if (!access.overseesAllAgencies()) {
            limits.add(ofAgencies(agency, access.districts().codes(), criteria));
        }
        ofYears(year, criteria).ifPresent(limits::add);
        return limits.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", limits));
    }

    /** Returns the limits as values for a statement. Asks the database if the token names districts. */
    public ReportLimits limits() {
        return new ReportLimits(
                access.overseesAllAgencies() ? Optional.empty() : Optional.of(access.registeredAgencies()),
                access.years().named());
    }

    /**
     * Refuses a list that names agencies with which the caller may not work.
     *
     * @param asked codes of the agencies; empty for all that the caller may see
     * @throws ProblemException if one of them is another agency
     */
    public void require(Collection<String> asked) {
        boolean refused = !asked.isEmpty()
                && !access.overseesAllAgencies()
                && !access.registeredAgencies().containsAll(asked);
        if (refused) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
    }

    private String ofAgencies(String agency, Set<String> districts, Criteria criteria) {
        criteria.with("ownAgencies", access.agencies());
        if (districts.isEmpty()) {
            return OF_AGENCIES.formatted(agency);
        }
        criteria.with("ownDistricts", districtsWithin(districts));
        return OF_AGENCIES_OR_DISTRICTS.formatted(agency);
    }

    private Optional<String> ofYears(String year, Criteria criteria) {
        return access.years().named().map(years -> {
            criteria.with("ownYears", years.stream().map(Integer::shortValue).toList());
            return year + " in :ownYears";
        });
    }

    private List<String> districtsWithin(Set<String> named) {
        List<String> storable = named.stream().filter(Characters::areStorable).toList();
        return storable.isEmpty() ? List.of() : codes.districtsWithin(storable);
    }
}
