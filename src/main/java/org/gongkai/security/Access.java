package org.gongkai.security;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The rights of the caller of the current request. */
@RequestScoped
public class Access {

    private final SecurityIdentity identity;

    Access(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Returns whether the caller is the oversight office. */
    public boolean isOversight() {
        return identity.hasRole(Role.OVERSIGHT);
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

    /** Returns the codes of the agencies that the caller represents. */
    public Set<String> agencies() {
        return identity.hasRole(Role.SUBMITTER)
                        && identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(TokenClaims.AGENCIES) instanceof JsonArray agencies
                ? agencies.stream()
                        .filter(JsonString.class::isInstance)
                        .map(code -> ((JsonString) code).getString())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /**
     * Returns a test for the agencies whose reports the caller may work with; the oversight office may work with all.
     * The test can be used after the request has ended.
     */
    public Predicate<String> reach() {
        if (isOversight()) {
            return agency -> true;
        }
        Set<String> own = agencies();
        return own::contains;
    }
}
