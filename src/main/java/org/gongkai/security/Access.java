package org.gongkai.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** The rights of the caller of the current request. */
@RequestScoped
public class Access {

    private static final Text LIMITED = new Text(
            "令牌限于部分行政区划或年度，此操作需要不受限的主管部门令牌",
            "The token is limited to some districts or years; the operation requires a token of the office without limits");

    private final SecurityIdentity identity;
    private final AgencyDistricts registry;

    Access(SecurityIdentity identity, AgencyDistricts registry) {
        this.identity = identity;
        this.registry = registry;
    }

    /** Returns whether the caller is the oversight office. Its token may be limited: see {@link #reach()}. */
    public boolean isOversight() {
        return identity.hasRole(Role.OVERSIGHT);
    }

    /** Returns whether the caller is the oversight office, with a token that is not limited to districts. */
    public boolean overseesAllAgencies() {
        return isOversight() && !districts().isNamed();
    }

    /**
     * Refuses every caller except the oversight office.
     *
     * @throws SecurityException the same exception as for an operation that requires the role
     */
    public void requireOversight() {
        if (!isOversight()) {
            throw identity.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
        }
    }

    /**
     * Refuses every caller except the oversight office with a token that has no limits, for operations that could lift
     * the limits.
     *
     * @throws ProblemException if the token is limited to districts or years
     */
    public void requireUnlimitedOversight() {
        requireOversight();
        if (!isUnlimitedOversight()) {
            throw new ProblemException(ProblemType.FORBIDDEN, LIMITED);
        }
    }

    /** Returns whether the caller is the oversight office with a token that has no limits. */
    public boolean isUnlimitedOversight() {
        return isOversight() && !districts().isNamed() && years().named().isEmpty();
    }

    /** Returns whether the caller works in the sandbox. It reads everything else like the public. */
    public boolean isInSandbox() {
        return identity.hasRole(Role.SANDBOX);
    }

    /** Returns the codes of the agencies that the token of a submitter names. */
    public Set<String> agencies() {
        return identity.hasRole(Role.SUBMITTER) ? namedAgencies() : Set.of();
    }

    /** Returns the codes of the agencies that the token of a submitter names, or for which it submits tests. */
    public Set<String> agenciesToSubmit() {
        return isInSandbox() ? namedAgencies() : agencies();
    }

    private Set<String> namedAgencies() {
        return strings(TokenClaims.AGENCIES).orElse(Set.of());
    }

    /**
     * Returns the codes of all agencies that the token names, by themselves or by their districts. Asks the database if the
     * token names districts.
     */
    public Set<String> registeredAgencies() {
        Set<String> agencies = new HashSet<>(agencies());
        Set<String> districts = districts().codes();
        if (!districts.isEmpty()) {
            agencies.addAll(registry.within(districts));
        }
        return agencies;
    }

    /** Returns the districts that the token of a submitter or of the oversight office names. */
    public DistrictScope districts() {
        return identity.hasRole(Role.SUBMITTER) || isOversight() ? namedDistricts() : DistrictScope.NONE;
    }

    /** Returns the districts that the token names, also one for the sandbox. */
    public DistrictScope districtsToSubmit() {
        return isInSandbox() ? namedDistricts() : districts();
    }

    private DistrictScope namedDistricts() {
        return new DistrictScope(strings(TokenClaims.DISTRICTS));
    }

    /** Returns the report years to which the token is limited. */
    public YearScope years() {
        Optional<Set<Integer>> years =
                values(TokenClaims.YEARS, year -> year instanceof JsonNumber number ? number.intValue() : null);
        return years.isPresent() ? new YearScope(years) : YearScope.ALL;
    }

    /**
     * Returns the reports that the caller may work with. The oversight office may work with all, unless its token names
     * districts or years.
     */
    public Reach reach() {
        return new Reach(overseesAllAgencies(), agencies(), districts(), years(), registry);
    }

    /**
     * Returns the reports that the caller may submit, in the sandbox if the token is for it. Only operations that know the
     * sandbox use it.
     */
    public Reach reachToSubmit() {
        return isInSandbox() ? new Reach(false, namedAgencies(), namedDistricts(), years(), registry) : reach();
    }

    private Optional<Set<String>> strings(String claim) {
        return values(claim, value -> value instanceof JsonString text ? text.getString() : null);
    }

    /** Returns the values of a claim; empty if the token does not have it. */
    private <T> Optional<Set<T>> values(String claim, Function<JsonValue, T> value) {
        return identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(claim) instanceof JsonArray values
                ? Optional.of(values.stream().map(value).collect(Collectors.toUnmodifiableSet()))
                : Optional.empty();
    }
}
