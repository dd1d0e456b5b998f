package org.gongkai.security;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses operations on years for which the token may not be used. What readers may see of other years is not refused,
 * because the token is not needed for it.
 */
class OwnYearFilter {

    /** A year that the operation will not refuse as malformed. */
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    /** Begins after the check of the agency: the refusal of a year tells nothing about other agencies. */
    private static final int AFTER_AGENCY = Priorities.AUTHORIZATION + 1;

    private final Access access;

    OwnYearFilter(Access access) {
        this.access = access;
    }

    @ServerRequestFilter(nonBlocking = true, priority = AFTER_AGENCY)
    void refuseOtherYears(ContainerRequestContext request, ResourceInfo resource) {
        RolesAllowed allowed = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        if (allowed != null && !List.of(allowed.value()).contains(Role.READER)) {
            Optional.ofNullable(request.getUriInfo().getPathParameters().getFirst("year"))
                    .filter(YEAR.asMatchPredicate())
                    .ifPresent(year -> access.years().require(Integer.parseInt(year)));
        }
    }
}
