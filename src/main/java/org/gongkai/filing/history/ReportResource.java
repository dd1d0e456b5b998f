package org.gongkai.filing.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.panache.common.Sort;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.store.EntityTags;
import org.gongkai.filing.store.ReportReader;
import org.gongkai.filing.store.Revision;
import org.gongkai.filing.store.RevisionStatus;
import org.gongkai.filing.store.Submission;
import org.gongkai.filing.submission.GroupCommit;
import org.gongkai.filing.submission.Receipt;
import org.gongkai.filing.submission.SubmissionMetrics;
import org.gongkai.filing.submission.Submitted;
import org.gongkai.http.Caller;
import org.gongkai.http.Criteria;
import org.gongkai.http.Page;
import org.gongkai.http.Paging;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.http.YearFilter;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.CodeList;
import org.gongkai.registry.RegisteredCodes;
import org.gongkai.security.Access;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports: submit one, get it back, list them. */
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

    /** What was not accepted is nobody's business but the agency's and the office's. */
    private static final String NEWEST_OF_OWN_OR_IN_FORCE =
            "(a.code in :own and " + NEWEST + " or a.code not in :own and r.status = ACCEPTED)";

    private final ReportReader reader;
    private final RegisteredCodes codes;
    private final ReportsInForce inForce;
    private final ReportAnswers answers;
    private final GroupCommit intake;
    private final SubmissionMetrics metrics;
    private final Template template;
    private final Caller caller;
    private final Access access;
    private final AuditLog auditLog;

    ReportResource(
            ReportReader reader,
            RegisteredCodes codes,
            ReportsInForce inForce,
            ReportAnswers answers,
            GroupCommit intake,
            SubmissionMetrics metrics,
            Template template,
            Caller caller,
            Access access,
            AuditLog auditLog) {
        this.reader = reader;
        this.codes = codes;
        this.inForce = inForce;
        this.answers = answers;
        this.intake = intake;
        this.metrics = metrics;
        this.template = template;
        this.caller = caller;
        this.access = access;
        this.auditLog = auditLog;
    }

    /**
     * Lists reports, by agency and year, each by its newest revision; reports of agencies that the caller neither speaks for nor
     * oversees, by the revision in force. Filters that are left out filter nothing.
     *
     * @param year the report year
     * @param district code of the district the agencies belong to, directly or further in
     * @param category code of the agencies' category
     * @param agency code of the agency
     * @param status where that revision stands
     */
    @GET
    @Transactional
    @RolesAllowed(Role.READER)
    @Operation(summary = "List reports")
    public RestResponse<Page<ReportSummary>> listReports(
            @QueryParam("year") YearFilter year,
            @QueryParam("district") String district,
            @QueryParam("category") String category,
            @QueryParam("agency") String agency,
            @QueryParam("status") RevisionStatus status,
            @BeanParam Paging paging) {
        Criteria criteria = new Criteria()
                .and("f.id.year = :year", "year", year == null ? null : (short) year.value())
                .and("a.district.path like :district", "district", codes.pathsWithin(district))
                .and("a.category.code = :category", "category", codes.require(CodeList.CATEGORY, category))
                .and("a.code = :agency", "agency", codes.require(CodeList.AGENCY, agency))
                .and("r.status = :status", "status", status);
        if (access.isOversight()) {
            criteria.and(NEWEST);
        } else {
            criteria.and(NEWEST_OF_OWN_OR_IN_FORCE, "own", access.agencies());
        }
        return paging.answer(paging.of(Revision.<Revision>find(
                        REVISIONS + criteria.condition(), Sort.by("f.id.agency", "f.id.year"), criteria.values()))
                .map(ReportSummary::of));
    }

    /**
     * Gives the revision in force, with an ETag: as JSON, or as the document that an office publishes, in the statutory layout and in Chinese.
     * While a newer revision waits, a Link header with the relation latest-version (RFC 5829) leads those to it who may read it.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param format how to write the answer; goes before the Accept header
     */
    @GET
    @Path("/{agency}/{year}")
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETags the client has; answers 304 when what it asks for has one of them",
            schema = @Schema(type = SchemaType.STRING))
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get the report in force")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Report")),
                @Content(mediaType = DocumentFormat.HTML_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = DocumentFormat.DOCX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = DocumentFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "Unchanged: If-None-Match names the current ETag")
    public Response getReport(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @QueryParam("format") DocumentFormat format,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        DocumentFormat wanted = DocumentFormat.of(format, headers);
        ReportInForce report = inForce.require(agency, year.value());
        Response.ResponseBuilder answer = answers.of(report, agency, year, wanted, Preconditions.of(headers));
        if (report.waiting().isPresent() && access.reach().test(agency)) {
            answer.link(request.path() + "/revisions/" + report.waiting().getAsInt(), "latest-version");
        }
        return answer.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).build();
    }

    /**
     * Takes a report in, or refuses it with everything that is wrong with it. Content that differs from the newest revision
     * makes the next one (201); the same content makes none (200). A revision without open warnings comes into force by itself,
     * unless the service runs in manual review.
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @PUT
    @Path("/{agency}/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @OwnAgency
    @Operation(summary = "Submit a report")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the newest revision; refuses the submission when there is a newer one",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "With *, refuses the submission when there is any revision already",
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<Receipt> submitReport(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Report"))) InputStream body,
            @Context HttpHeaders headers)
            throws IOException {
        Instant receivedAt = auditLog.now();
        Preconditions preconditions = Preconditions.of(headers);
        Submitted submitted = metrics.counted(() -> intake.submit(
                new Submission(agency, year, report(agency, body), List.of(), caller.actor(), receivedAt),
                newest -> refuseLostUpdate(newest, preconditions)));
        Receipt receipt = Receipt.of(submitted.revision(), submitted.remarks(), caller.language());
        return caller.withContentLanguage(RestResponse.ResponseBuilder.create(
                                submitted.stored() ? RestResponse.Status.CREATED : RestResponse.Status.OK, receipt)
                        .tag(EntityTags.of(submitted.revision())))
                .build();
    }

    /**
     * Gives a draft to start from: zeros, and what stood open or was in force when last year's report in force was made.
     *
     * @param agency code of the agency
     * @param year the report year of the draft
     */
    @GET
    @Path("/{agency}/{year}/template")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @OwnAgency
    @Operation(summary = "Get a draft for the next report")
    @APIResponse(
            responseCode = "200",
            description = "A report whose arithmetic holds, with empty texts",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Report")))
    public Response getTemplate(@PathParam("agency") String agency, @PathParam("year") ReportYear year) {
        Agencies.require(agency);
        return Response.ok(template.of(agency, year)).build();
    }

    /** An agency that nobody knows is told before a body that nobody can read. */
    private JsonNode report(String agency, InputStream body) throws IOException {
        try {
            return reader.parse(body);
        } catch (IOException | RuntimeException unreadable) {
            Agencies.require(agency);
            throw unreadable;
        }
    }

    private static void refuseLostUpdate(Optional<Revision> newest, Preconditions preconditions) {
        if (!preconditions.allowChange(newest.map(EntityTags::of))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    newest.map(revision ->
                                    new Text("最新的是第 %s 稿", "The newest revision is %s").with(revision.id.revision()))
                            .orElse(new Text("还没有提交过", "Nothing has been submitted yet")));
        }
    }
}
