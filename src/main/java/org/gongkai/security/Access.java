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

/** What the caller of this request may do. */
@RequestScoped
public class Access {

    private static final String AGENCIES = "agencies";

    private final SecurityIdentity identity;

    Access(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether the caller is the oversight office. */
    public boolean isOversight() {
        return identity.hasRole(Role.OVERSIGHT);
    }

    /**
     * Refuses whoever is not the oversight office.
     *
     * @throws SecurityException as it is thrown where a whole operation is refused
     */
    public void requireOversight() {
        if (!isOversight()) {
            throw identity.isAnonymous() ? new UnauthorizedException() : new ForbiddenException();
        }
    }

    /** The agencies the caller speaks for. */
    public Set<String> agencies() {
        return identity.hasRole(Role.SUBMITTER)
                        && identity.getPrincipal() instanceof JsonWebToken token
                        && token.getClaim(AGENCIES) instanceof JsonArray agencies
                ? agencies.stream()
                        .filter(JsonString.class::isInstance)
                        .map(code -> ((JsonString) code).getString())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    /**
     * The agencies whose reports the caller has any business with: all for the oversight office. Holds also when the request is no
     * longer at hand.
     */
    public Predicate<String> reach() {
        if (isOversight()) {
            return agency -> true;
        }
        Set<String> own = agencies();
        return own::contains;
    }
}
