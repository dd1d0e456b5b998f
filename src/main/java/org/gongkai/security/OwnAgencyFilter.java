package org.gongkai.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses operations on reports of other agencies, before anything is looked up in the database. */
class OwnAgencyFilter {

    private final Access access;

    OwnAgencyFilter(Access access) {
        this.access = access;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
    void refuseOthers(ContainerRequestContext request, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(OwnAgency.class)) {
            String agency = request.getUriInfo().getPathParameters().getFirst("agency");
            if (!access.reach().test(agency)) {
                throw ProblemException.of(ProblemType.FORBIDDEN);
            }
        }
    }
}
