package org.gongkai.registry;

import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Body;
import org.gongkai.http.Caller;
import org.gongkai.http.Created;
import org.gongkai.http.Criteria;
import org.gongkai.http.Page;
import org.gongkai.http.Paging;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** The agencies of the registry. */
@Path("/api/v1/agencies")
@Tag(name = "registry")
public class AgencyResource {

    private final Agencies agencies;
    private final Caller caller;

    AgencyResource(Agencies agencies, Caller caller) {
        this.agencies = agencies;
        this.caller = caller;
    }

    /**
     * Lists agencies, by code. Filters that are left out filter nothing.
     *
     * @param district code of the district they belong to, directly or further in
     * @param category code of their category
     * @param kind their kind
     * @param name part of their name
     */
    @GET
    @Transactional
    @PermitAll
    @Operation(summary = "List agencies")
    public RestResponse<Page<AgencyEntry>> listAgencies(
            @QueryParam("district") String district,
            @QueryParam("category") String category,
            @QueryParam("kind") AgencyKind kind,
            @QueryParam("name") String name,
            @BeanParam Paging paging) {
        Criteria criteria = new Criteria()
                .and("district.path like :district", "district", Districts.within(district))
                .and("category.code = :category", "category", Register.CATEGORY.known(category))
                .and("kind = :kind", "kind", kind)
                .and("position(:name in name) > 0", "name", name);
        return paging.answer(paging.of(Agency.<Agency>find(criteria.condition(), Sort.by("code"), criteria.values()))
                .map(AgencyEntry::of));
    }

    /**
     * Gives one agency.
     *
     * @param code its code
     */
    @GET
    @Path("/{code}")
    @Transactional
    @PermitAll
    @Operation(summary = "Get an agency")
    public AgencyEntry getAgency(@PathParam("code") String code) {
        return AgencyEntry.of(Agencies.require(code));
    }

    /**
     * Adds an agency, or changes it. Answers 201 when it is new. Its district and its category must be known.
     *
     * @param code its code: 2 to 36 letters, digits or hyphens
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Add or change an agency")
    public RestResponse<AgencyEntry> putAgency(@PathParam("code") String code, AgencyEntry entry) {
        PutOutcome outcome = agencies.put(code, Body.required(entry), caller.actor());
        return Created.orChanged(outcome == PutOutcome.ADDED, getAgency(code));
    }
}
