package org.gongkai.security;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses limited tokens for operations of the office without limits, on the thread that receives requests. */
class UnlimitedOversightFilter {

    private final Access access;

    UnlimitedOversightFilter(Access access) {
        this.access = access;
    }

    @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
    void refuseLimited(ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(UnlimitedOversight.class)) {
            access.requireUnlimitedOversight();
        }
    }
}
