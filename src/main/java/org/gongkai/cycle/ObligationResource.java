package org.gongkai.cycle;

import io.quarkus.panache.common.Sort;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.http.Body;
import org.gongkai.http.Caller;
import org.gongkai.http.Created;
import org.gongkai.http.Criteria;
import org.gongkai.http.ListFormat;
import org.gongkai.http.Paging;
import org.gongkai.http.ReportYear;
import org.gongkai.registry.AgencyKind;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** The roster of a report year. */
@Path("/api/v1/cycles/{year}/obligations")
@Tag(name = "cycles")
public class ObligationResource {

    private final Obligations obligations;
    private final RegisteredCodes codes;
    private final AuditLog auditLog;
    private final Caller caller;

    ObligationResource(Obligations obligations, RegisteredCodes codes, AuditLog auditLog, Caller caller) {
        this.obligations = obligations;
        this.codes = codes;
        this.auditLog = auditLog;
        this.caller = caller;
    }

    /**
     * Lists who owes a report and what has become of it, by agency: with {@code state=MISSING}, the list to phone through.
     * Filters that are left out filter nothing. As CSV, the whole list.
     *
     * @param year the report year
     * @param state what has become of the report
     * @param district code of the district the agency belonged to, directly or further in
     * @param category code of the category it belonged to
     * @param kind its kind
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List who owes a report")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV, all of it",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageObligationEntry")),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class))
            })
    public Response listObligations(
            @PathParam("year") ReportYear year,
            @QueryParam("state") ObligationState state,
            @QueryParam("district") String district,
            @QueryParam("category") String category,
            @QueryParam("kind") AgencyKind kind,
            @BeanParam Paging paging,
            @BeanParam ListFormat format) {
        Cycles.require(year.value());
        Criteria criteria = new Criteria()
                .and("id.year = :year", "year", (short) year.value())
                .and("state = :state", "state", state)
                .and("district.path like :district", "district", codes.pathsWithin(district))
                .and("category.code = :category", "category", codes.require(CodeList.CATEGORY, category))
                .and("kind = :kind", "kind", kind);
        Instant now = auditLog.now();
        return format.answer(
                ObligationLine.<ObligationLine>find(criteria.condition(), Sort.by("id.agency"), criteria.values()),
                paging,
                line -> ObligationEntry.of(line, now),
                ObligationCsv::of);
    }

    /**
     * Gives one agency a deadline of its own, exempts it, or puts it on the roster (201), for a reason, which stays with the line.
     * What is left out is as for the others again.
     *
     * @param year the report year, which must be open
     * @param agency code of the agency
     */
    @PUT
    @Path("/{agency}")
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Change what an agency owes")
    public RestResponse<ObligationEntry> putObligation(
            @PathParam("year") ReportYear year, @PathParam("agency") String agency, ObligationChange change) {
        boolean added = obligations.put(year.value(), agency, Body.required(change), caller.actor());
        return Created.orChanged(added, obligations.get(year.value(), agency));
    }
}
