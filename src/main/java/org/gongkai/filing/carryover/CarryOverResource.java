package org.gongkai.filing.carryover;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.code.RegisteredCodes;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.Role;

/** The ledger of requests carried over. */
@Path("/api/v1/carry-over")
@Tag(name = "reports")
public class CarryOverResource {

    private final CarryOverHistory history;
    private final RegisteredCodes codes;
    private final OwnReports own;
    private final AuditLog auditLog;

    CarryOverResource(CarryOverHistory history, RegisteredCodes codes, OwnReports own, AuditLog auditLog) {
        this.history = history;
        this.codes = codes;
        this.own = own;
        this.auditLog = auditLog;
    }

    /**
     * Lists the requests that reports carry over from last year, beside those that last year's reports in force carry
     * forward. There is one line for each report that is owed or was submitted, and for each type of applicant. The
     * tasks that an agency has taken over since are followed: last year's reports of its predecessors are added, as the
     * rule CARRY-OVER and the template of the next report do. An agency lists its own lines, and
     * a limited office those of its districts and years. Every filter is optional; a
     * list may repeat its parameter, or separate its values by commas. CSV and XLSX contain the complete list, without
     * the history.
     *
     * @param year report years: years, or ranges such as 2021..2024
     * @param district codes of districts that contained the agencies when the year was opened, directly or in a lower
     *     district
     * @param category codes of the categories of the agencies on the roster
     * @param agency codes of the agencies
     * @param kind kind of the agencies
     * @param status result of the comparison
     * @param orderBy order of the list: by agency, year and column, or the largest difference first
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "List requests carried over")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV or XLSX, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageCarryOverEntry")))
    public Response listCarryOver(
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("kind") AgencyKind kind,
            @QueryParam("status") CarryOverStatus status,
            @QueryParam("orderBy") CarryOverOrder orderBy,
            @BeanParam Paging paging,
            @BeanParam TableParameters format) {
        Set<String> agencies = ListParameter.values(agency);
        own.require(agencies);
        Criteria criteria = new Criteria()
                .andIn("id.year", "year", YearRanges.stored(year))
                .andIn("place", "places", codes.placesWithin(ListParameter.values(district)))
                .andIn("category.code", "category", ListParameter.values(category))
                .andIn("id.agency", "agency", agencies)
                .and("kind = :kind", "kind", kind);
        if (status != null) {
            criteria.and(status.condition());
        }
        own.limit(criteria, "id.agency", "id.year");
        CarryOverOrder order = orderBy == null ? CarryOverOrder.AGENCY : orderBy;
        ListQuery<CarryOverLine> list = new ListQuery<>(
                (condition, sort, values) -> CarryOverLine.find(condition, sort, values), criteria, order.order());
        return format.answer(
                () -> withHistory(paging.of(list)),
                () -> paging.whole(list, line -> CarryOverEntry.of(line, List.of())),
                paging,
                CarryOverTable.of(auditLog.now()));
    }

    private Page<CarryOverEntry> withHistory(Page<CarryOverLine> page) {
        Map<CarryOverId, List<CarryOverChange>> changes = history.of(page.items());
        return page.map(line -> CarryOverEntry.of(line, changes.get(line.id)));
    }
}
