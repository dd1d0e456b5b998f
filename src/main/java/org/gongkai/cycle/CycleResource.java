package org.gongkai.cycle;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Body;
import org.gongkai.http.Caller;
import org.gongkai.http.Created;
import org.gongkai.http.Page;
import org.gongkai.http.Paging;
import org.gongkai.http.ReportYear;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** Report years. */
@Path("/api/v1/cycles")
@Tag(name = "cycles")
public class CycleResource {

    /** Moving the deadlines of a province judges thousands of reports anew. */
    private static final int MAX_SECONDS = 600;

    private final Cycles cycles;
    private final Caller caller;
    private final Access access;

    CycleResource(Cycles cycles, Caller caller, Access access) {
        this.cycles = cycles;
        this.caller = caller;
        this.access = access;
    }

    /** Lists the report years that were opened, the newest first. */
    @GET
    @Transactional
    @PermitAll
    @Operation(summary = "List report years")
    public RestResponse<Page<CycleEntry>> listCycles(@BeanParam Paging paging) {
        return paging.answer(
                paging.of(Cycle.<Cycle>findAll(Sort.descending("year"))).map(this::visible));
    }

    /**
     * Gives one report year.
     *
     * @param year the report year
     */
    @GET
    @Path("/{year}")
    @Transactional
    @PermitAll
    @Operation(summary = "Get a report year")
    public CycleEntry getCycle(@PathParam("year") ReportYear year) {
        return visible(Cycles.require(year.value()));
    }

    private CycleEntry visible(Cycle cycle) {
        CycleEntry entry = CycleEntry.of(cycle);
        return access.isOversight() ? entry : entry.published();
    }

    /**
     * Opens a report year (201), or moves the deadlines of one that is open. Opening freezes the roster: every agency that exists on
     * 31 December owes a report, under the name it has then, and the district and category the registry has now, with the code the
     * district has then. What is changed in the registry later does not
     * change the roster. When deadlines move, what was said about being late is said anew.
     *
     * @param year the report year
     */
    @PUT
    @Path("/{year}")
    @Transactional
    @TransactionConfiguration(timeout = MAX_SECONDS)
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Open a report year, or move its deadlines")
    public RestResponse<CycleEntry> putCycle(@PathParam("year") ReportYear year, CycleEntry entry) {
        boolean opened = cycles.put(year, Body.required(entry), caller.actor());
        return Created.orChanged(opened, getCycle(year));
    }
}
