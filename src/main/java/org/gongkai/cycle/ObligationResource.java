package org.gongkai.cycle;

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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.http.Caller;
import org.gongkai.http.answer.Created;
import org.gongkai.http.body.Body;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.code.RegisteredCodes;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.OwnAgency;
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
    private final OwnReports own;

    ObligationResource(
            Obligations obligations, RegisteredCodes codes, AuditLog auditLog, Caller caller, OwnReports own) {
        this.obligations = obligations;
        this.codes = codes;
        this.auditLog = auditLog;
        this.caller = caller;
        this.own = own;
    }

    /**
     * Lists the agencies that owe a report, with the state of each obligation, by code of the agency. A submitter sees those
     * that it represents, and a limited office those of its districts; districts of a token are the current ones. With
     * {@code state=MISSING}, it is the list of agencies to remind. Every filter is optional; a list may repeat its parameter,
     * or separate its values by commas. CSV and XLSX contain the complete list; XLSX is a list to print, in the language
     * of the caller.
     *
     * @param year the report year, which must be open
     * @param state state of the obligation
     * @param district codes of districts that contained the agencies when the year was opened, directly or in a lower
     *     district
     * @param category codes of the categories of the agencies on the roster
     * @param kind kind of the agencies
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "List obligations to report")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV or XLSX, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageObligationEntry")))
    public Response listObligations(
            @PathParam("year") ReportYear year,
            @QueryParam("state") ObligationState state,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("kind") AgencyKind kind,
            @BeanParam Paging paging,
            @BeanParam TableParameters format) {
        Cycles.require(year.value());
        Criteria criteria = new Criteria()
                .and("id.year = :year", "year", (short) year.value())
                .and("state = :state", "state", state)
                .andIn("place", "places", codes.placesWithin(ListParameter.values(district)))
                .andIn("category.code", "category", ListParameter.values(category))
                .and("kind = :kind", "kind", kind);
        own.limit(criteria, "id.agency", "id.year");
        Instant now = auditLog.now();
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> ObligationLine.find(condition, sort, values),
                        criteria,
                        ListOrder.<ObligationLine>byCode("id.agency", line -> line.id.agency())),
                paging,
                line -> ObligationEntry.of(line, now),
                ObligationTable.of(year.value(), now));
    }

    /**
     * Sets an individual deadline for an agency, exempts it, or adds it to the roster (201). The reason is stored
     * with the line. Members that are omitted return to the default: the deadline of the cycle, and no exemption.
     *
     * @param year the report year, which must be open
     * @param agency code of the agency
     * @param change the deadline or the exemption, with its reason
     */
    @PUT
    @Path("/{agency}")
    @RolesAllowed(Role.OVERSIGHT)
    @OwnAgency
    @Operation(summary = "Change the obligation of an agency")
    public RestResponse<ObligationEntry> putObligation(
            @PathParam("year") ReportYear year, @PathParam("agency") String agency, ObligationChange change) {
        boolean added = obligations.put(year.value(), agency, Body.required(change), caller.actor());
        return Created.orChanged(added, obligations.get(year.value(), agency));
    }
}
