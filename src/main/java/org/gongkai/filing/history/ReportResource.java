package org.gongkai.filing.history;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.filing.history.ReportsInForce.ReportInForce;
import org.gongkai.filing.revision.EntityTags;
import org.gongkai.filing.revision.NotFound;
import org.gongkai.filing.revision.Revision;
import org.gongkai.filing.revision.RevisionRow;
import org.gongkai.filing.revision.RevisionStatus;
import org.gongkai.http.Caller;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.InstantParameter;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.http.parameter.UpdatedSince;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentTurns;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.district.Districts;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.report.Contents;
import org.gongkai.report.FilledForm;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.statistics.data.SnapshotBarrier;

/** The reports in force, and the list of reports. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class ReportResource {

    private static final String REVISIONS = """
            from Revision r
            join fetch r.filing f
            join fetch f.agency a
            join fetch a.district
            join fetch a.category
            where\s""";

    private static final String NEWEST = "r.id.revision = f.revision";

    /** Only the agency and the oversight office see revisions that were not accepted. */
    private static final String NEWEST_OF_OWN_ELSE_IN_FORCE =
            "(%1$s and " + NEWEST + " or not (%1$s) and r.status = ACCEPTED)";

    /** A revision is stored, decided on, withdrawn, and put in force again. No other event changes its place in the list. */
    private static final String CHANGED = """
            (r.submittedAt >= :updatedSince or r.decidedAt >= :updatedSince or r.withdrawalAt >= :updatedSince
             or exists (select 1 from Event e
                        where e.agency = r.id.agency and e.year = r.id.year and e.revision = r.id.revision
                          and e.type = REPORT_REINSTATED and e.at >= :updatedSince))""";

    private final ReportsInForce inForce;
    private final DocumentTurns documents;
    private final SnapshotBarrier snapshotBarrier;
    private final Access access;
    private final Caller caller;
    private final OwnReports own;
    private final AuditLog auditLog;

    ReportResource(
            ReportsInForce inForce,
            DocumentTurns documents,
            SnapshotBarrier snapshotBarrier,
            Access access,
            Caller caller,
            OwnReports own,
            AuditLog auditLog) {
        this.inForce = inForce;
        this.documents = documents;
        this.snapshotBarrier = snapshotBarrier;
        this.access = access;
        this.caller = caller;
        this.own = own;
        this.auditLog = auditLog;
    }

    /**
     * Lists reports by agency and year, with the newest revision of each. Reports of agencies that the caller neither
     * represents nor oversees are listed with the revision in force. Every filter is optional; a list may repeat its
     * parameter, or separate its values by commas. Agencies are listed and filtered by their current district and
     * category; a report of an agency or district that has ended stays under it, and is not listed under its successor.
     * With updatedSince, those are listed whose revision in the list, or its status, changed then or later; a report that
     * is no longer in force is in the feed of changes only. CSV and XLSX contain the complete list.
     *
     * @param year report years: years, or ranges such as 2021..2024
     * @param district codes of districts that contain the agencies, directly or in a lower district
     * @param category codes of the categories of the agencies
     * @param agency codes of the agencies
     * @param status status of the listed revision
     * @param orderBy the order of the list: agency, year, district, category, status or submittedAt; with a minus before
     *     it, from high to low. Equal reports are sorted by agency and year
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "List reports")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV or XLSX, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageReportSummary")))
    public Response listReports(
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("status") RevisionStatus status,
            @BeanParam Paging paging,
            @BeanParam UpdatedSince updated,
            @QueryParam("orderBy")
                    @CheckedBy(ReportSort.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.ARRAY, implementation = ReportSort.class))
                    List<String> orderBy,
            @BeanParam TableParameters format) {
        Criteria criteria = new Criteria()
                .andIn("f.id.year", "year", YearRanges.stored(year))
                .andLike("a.district.path", "district", Districts.pathsWithin(ListParameter.values(district)))
                .andIn("a.category.code", "category", ListParameter.values(category))
                .andIn("a.code", "agency", ListParameter.values(agency))
                .and("r.status = :status", "status", status)
                .and(CHANGED, UpdatedSince.NAME, updated.instant());
        criteria.and(own.condition("a.code", "f.id.year", criteria)
                .map(NEWEST_OF_OWN_ELSE_IN_FORCE::formatted)
                .orElse(NEWEST));
        return format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> Revision.find(REVISIONS + condition, sort, values),
                        criteria,
                        ReportSort.KEYS.order(orderBy)),
                paging,
                ReportSummary::of,
                ReportTable.of(auditLog.now()));
    }

    /**
     * Returns the revision in force, with an ETag: as JSON, or as a document for publication in the statutory layout,
     * in Chinese. While a newer revision waits, a Link header with the relation latest-version (RFC 5829) leads to it,
     * for callers who may read it, also when no revision is in force (404). The ETag of that revision is the one that
     * If-Match takes.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param format format of the response; takes precedence over the Accept header
     * @param asOf an instant in the past: the response is the revision that was in force then
     */
    @GET
    @Blocking
    @Path("/{agency}/{year}")
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETags that the client has; the response is 304 when the current ETag is one of them",
            schema = @Schema(type = SchemaType.STRING))
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get the report in force")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Report")))
    @APIResponse(responseCode = "304", description = "Unchanged: If-None-Match contains the current ETag")
    public Uni<Response> getReport(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @QueryParam("format") DocumentFormat format,
            @QueryParam("asOf")
                    @CheckedBy(InstantParameter.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    String asOf,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        DocumentFormat wanted = DocumentFormat.of(format, headers);
        Optional<Instant> instant = InstantParameter.parse(asOf);
        instant.ifPresent(snapshotBarrier::await);
        if (instant.isEmpty() && access.reach().test(agency, year.value())) {
            linkToNewer(agency, year.value(), request);
        }
        ReportInForce report = inForce.find(agency, year.value(), instant)
                .orElseThrow(() -> NotFound.reportInForce(agency, year.value()));
        Preconditions preconditions = Preconditions.of(headers);
        Uni<Response.ResponseBuilder> response = wanted.isDocument()
                ? document(report, wanted, preconditions)
                : Uni.createFrom().item(json(report, year, preconditions));
        return response.map(
                result -> result.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build());
    }

    /** Sets the header Link of the response, whatever its status will be. */
    private void linkToNewer(String agency, int year, HttpServerRequest request) {
        inForce.newerThanInForce(agency, year).ifPresent(newer -> request.response()
                .putHeader(
                        HttpHeaders.LINK,
                        "<%s/revisions/%d>; rel=\"latest-version\"".formatted(request.path(), newer)));
    }

    /** Writes the JSON of a report. */
    private Response.ResponseBuilder json(ReportInForce report, ReportYear year, Preconditions preconditions) {
        return respond(
                EntityTags.of(report.revision()),
                preconditions,
                () -> Response.ok(
                        report.head().before(FilledForm.of(Contents.read(year.value(), report.content()))),
                        MediaType.APPLICATION_JSON_TYPE));
    }

    /**
     * Writes a report as a document. Its tag is made from its bytes, as they depend on more than the revision: the
     * agency's name.
     */
    private Uni<Response.ResponseBuilder> document(
            ReportInForce report, DocumentFormat format, Preconditions preconditions) {
        RevisionRow revision = report.revision();
        OfficialDocument document = OfficialDocument.of(
                report.agencyName(), Contents.read(revision.year(), report.content()), revision.submittedAt());
        return documents
                .write(format, document, caller.client())
                .map(bytes -> respond(EntityTags.of(bytes), preconditions, () -> {
                    Response.ResponseBuilder response = Response.ok(bytes);
                    format.headers(document, revision.agency() + "-" + revision.year())
                            .forEach(response::header);
                    return response;
                }));
    }

    private static Response.ResponseBuilder respond(
            EntityTag tag, Preconditions preconditions, Supplier<Response.ResponseBuilder> content) {
        return preconditions
                .held(tag)
                .map(held -> Response.notModified().tag(held))
                .orElseGet(() -> content.get().tag(tag));
    }
}
