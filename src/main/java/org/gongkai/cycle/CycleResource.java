package org.gongkai.cycle;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.answer.Created;
import org.gongkai.http.body.Body;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.security.Access;
import org.gongkai.security.OptionalToken;
import org.gongkai.security.Role;
import org.gongkai.security.UnlimitedOversight;
import org.jboss.resteasy.reactive.RestResponse;

/** The report years. */
@Path("/api/v1/cycles")
@Tag(name = "cycles")
public class CycleResource {

    /** The timeout: moving the deadlines of a province evaluates thousands of reports again. */
    private static final int MAX_SECONDS = 600;

    private final Cycles cycles;
    private final Caller caller;
    private final Access access;

    CycleResource(Cycles cycles, Caller caller, Access access) {
        this.cycles = cycles;
        this.caller = caller;
        this.access = access;
    }

    /** Lists the open report years, the newest first. */
    @GET
    @Transactional
    @PermitAll
    @OptionalToken
    @Operation(summary = "List report years")
    public RestResponse<Page<CycleEntry>> listCycles(@BeanParam Paging paging) {
        boolean oversight = access.isOversight();
        return paging.answer(paging.of(new ListQuery<>(
                        (condition, sort, values) -> Cycle.find(condition, sort, values),
                        new Criteria(),
                        ListOrder.<Cycle>byNumberDescending("year", cycle -> cycle.year)))
                .map(cycle -> visible(cycle, oversight)));
    }

    /**
     * Returns a report year.
     *
     * @param year the report year
     */
    @GET
    @Path("/{year}")
    @Transactional
    @PermitAll
    @OptionalToken
    @Operation(summary = "Get a report year")
    public CycleEntry getCycle(@PathParam("year") ReportYear year) {
        boolean oversight = access.isOversight();
        return visible(Cycles.require(year.value()), oversight);
    }

    /**
     * Returns the entry as a caller may see it. The caller is identified before the lookup, so that an invalid token is
     * refused whether or not the year is open.
     */
    private static CycleEntry visible(Cycle cycle, boolean oversight) {
        CycleEntry entry = CycleEntry.of(cycle);
        return oversight ? entry : entry.published();
    }

    /**
     * Opens a report year that is over (201), or moves the deadlines of an open one. Opening freezes the roster: every
     * agency that exists on 31 December owes a report. The roster has the name of the agency on that day, its current
     * category and kind, and its district on that day with the districts that contain it now. Later changes of the
     * registry do not change the roster. When deadlines move, the LATE findings of submitted reports are updated.
     *
     * @param year the report year
     * @param entry the deadlines; an empty object for the statutory ones, or to keep those of an open year
     */
    @PUT
    @Path("/{year}")
    @Transactional
    @TransactionConfiguration(timeout = MAX_SECONDS)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Open a report year or move its deadlines")
    public RestResponse<CycleEntry> putCycle(@PathParam("year") ReportYear year, CycleEntry entry) {
        boolean opened = cycles.put(year, Body.required(entry), caller.actor());
        return Created.orChanged(opened, getCycle(year));
    }

    /**
     * Closes a report year that was opened by mistake, and deletes its roster. The year can no longer be closed once a
     * report on it was submitted, unless all its revisions have been withdrawn (409).
     *
     * @param year the report year
     */
    @DELETE
    @Path("/{year}")
    @Transactional
    @TransactionConfiguration(timeout = MAX_SECONDS)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Close a report year that was opened by mistake")
    @APIResponse(responseCode = "204", description = "The year is closed")
    public void closeCycle(@PathParam("year") ReportYear year) {
        cycles.close(year.value(), caller.actor());
    }
}
