package org.gongkai.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses operations on reports of other agencies, before anything is looked up in the database. Only a token that names
 * districts makes it look up the district of the agency.
 */
class OwnAgencyFilter {

    /**
     * Begins after the filters that run on the thread which receives requests, and before those that check the request: a
     * refusal does not depend on its other faults.
     */
    private static final int BEFORE_OTHER_CHECKS = Priorities.USER - 1;

    private final Access access;

    OwnAgencyFilter(Access access) {
        this.access = access;
    }

    /** Refuses agencies without a look into the registry, on the thread that receives requests. */
    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
    void refuseOthers(ContainerRequestContext request, ResourceInfo resource) {
        own(request, resource)
                .filter(agency -> !access.reachToSubmit().asksRegistry(agency))
                .ifPresent(agency -> access.reachToSubmit().require(agency));
    }

    /** Refuses agencies that are not in the districts of the token. This may wait for the database. */
    @ServerRequestFilter(priority = BEFORE_OTHER_CHECKS)
    void refuseOtherDistricts(ContainerRequestContext request, ResourceInfo resource) {
        own(request, resource)
                .filter(agency -> access.reachToSubmit().asksRegistry(agency))
                .ifPresent(agency -> access.reachToSubmit().require(agency));
    }

    /** Returns the agency that must be one of the caller's own. */
    private static Optional<String> own(ContainerRequestContext request, ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(OwnAgency.class)
                ? Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("agency"))
                : Optional.empty();
    }
}
