package org.gongkai.filing.worklist;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.filing.revision.WarningRules;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.district.Districts;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.Role;

/** The work list of the oversight office. */
@Path("/api/v1/work-list")
@Tag(name = "reports")
public class WorkListResource {

    private final OwnReports own;
    private final AuditLog auditLog;

    WorkListResource(OwnReports own, AuditLog auditLog) {
        this.own = own;
        this.auditLog = auditLog;
    }

    /**
     * Lists the revisions on which the oversight office has work to do, those that are longest on the list first: the
     * newest revision of each report that waits for a decision, and revisions in force about which warnings opened
     * afterwards. That happens when the report of an earlier year comes into force or is withdrawn. A revision leaves
     * the list when it is decided on, or when its warnings are explained or disappear. Every filter is optional; a list
     * may repeat its parameter, or separate its values by commas. A token that is limited to districts or years lists
     * only their reports. CSV and XLSX contain the complete list.
     *
     * @param state why a revision is on the list
     * @param year report years: years, or ranges such as 2021..2024
     * @param district codes of districts that contain the agencies, directly or in a lower district
     * @param category codes of the categories of the agencies
     * @param agency codes of the agencies
     * @param rule ids of rules, one of which an open warning must have
     * @param orderBy the order of the list: since, weight, openWarnings, submittedAt, deadline, year, agency, district or
     *     category; with a minus before it, from high to low. Equal revisions are sorted by since, agency and year
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List reports that need the oversight office")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV or XLSX, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageWorkEntry")))
    public Response listWork(
            @QueryParam("state") WorkState state,
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("rule")
                    @CheckedBy(WarningRules.class)
                    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
                    List<String> rule,
            @QueryParam("orderBy")
                    @CheckedBy(WorkSort.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = WorkSort.class))
                    List<String> orderBy,
            @BeanParam Paging paging,
            @BeanParam TableParameters format) {
        Criteria criteria = new Criteria()
                .and("state = :state", "state", state)
                .andIn("id.year", "year", YearRanges.stored(year))
                .andLike("district.path", "district", Districts.pathsWithin(ListParameter.values(district)))
                .andIn("category.code", "category", ListParameter.values(category))
                .andIn("id.agency", "agency", ListParameter.values(agency))
                .andLike("concat(',', rules, ',')", "rule", containing(ListParameter.values(rule)));
        own.limit(criteria, "id.agency", "id.year");
        Instant now = auditLog.now();
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> WorkItem.find(condition, sort, values),
                        criteria,
                        WorkSort.KEYS.order(orderBy)),
                paging,
                item -> WorkEntry.of(item, now),
                WorkTable.of(now));
    }

    /** Returns the patterns of the lists of rules that contain one of the rules. */
    private static List<String> containing(Set<String> rules) {
        return rules.stream()
                .map(rule -> "%" + WorkItem.SEPARATOR + rule + WorkItem.SEPARATOR + "%")
                .toList();
    }
}
