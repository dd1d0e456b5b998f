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

/** The districts of the registry. */
@Path("/api/v1/districts")
@Tag(name = "registry")
public class DistrictResource {

    private final Districts districts;
    private final Caller caller;

    DistrictResource(Districts districts, Caller caller) {
        this.districts = districts;
        this.caller = caller;
    }

    /**
     * Lists districts, by code. Filters that are left out filter nothing.
     *
     * @param parent code of the district they lie in, directly
     * @param level their level
     * @param name part of their name
     */
    @GET
    @Transactional
    @PermitAll
    @Operation(summary = "List districts")
    public RestResponse<Page<DistrictEntry>> listDistricts(
            @QueryParam("parent") String parent,
            @QueryParam("level") DistrictLevel level,
            @QueryParam("name") String name,
            @BeanParam Paging paging) {
        Criteria criteria = new Criteria()
                .and("parent.code = :parent", "parent", Register.DISTRICT.known("parent", parent))
                .and("level = :level", "level", level == null ? null : (short) level.rank())
                .and("position(:name in name) > 0", "name", name);
        return paging.answer(
                paging.of(District.<District>find(criteria.condition(), Sort.by("code"), criteria.values()))
                        .map(DistrictEntry::of));
    }

    /**
     * Gives one district.
     *
     * @param code its code
     */
    @GET
    @Path("/{code}")
    @Transactional
    @PermitAll
    @Operation(summary = "Get a district")
    public DistrictEntry getDistrict(@PathParam("code") String code) {
        return DistrictEntry.of(Districts.require(code));
    }

    /**
     * Adds a district, or changes it. Answers 201 when it is new. It cannot lie within itself, and its level is below that of the district it lies in.
     *
     * @param code its code: 2 to 36 letters, digits or hyphens
     */
    @PUT
    @Path("/{code}")
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Add or change a district")
    public RestResponse<DistrictEntry> putDistrict(@PathParam("code") String code, DistrictEntry entry) {
        PutOutcome outcome = districts.put(code, Body.required(entry), caller.actor());
        return Created.orChanged(outcome == PutOutcome.ADDED, getDistrict(code));
    }
}
