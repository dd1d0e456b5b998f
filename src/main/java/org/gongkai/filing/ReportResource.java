package org.gongkai.filing;

import io.quarkus.panache.common.Sort;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
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
import org.gongkai.http.Criteria;
import org.gongkai.http.Page;
import org.gongkai.http.Paging;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.http.YearFilter;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Districts;
import org.gongkai.registry.Register;
import org.gongkai.report.AnnualReport;
import org.gongkai.report.Text;
import org.jboss.resteasy.reactive.RestResponse;

/** Reports: submit one, get it back, list them. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class ReportResource {

    private static final String NEWEST_REVISIONS = """
            from Revision r
            join fetch r.filing f
            join fetch f.agency a
            join fetch a.district
            join fetch a.category
            where r.id.revision = f.revision""";

    private final ReportReader reader;
    private final Submissions submissions;

    ReportResource(ReportReader reader, Submissions submissions) {
        this.reader = reader;
        this.submissions = submissions;
    }

    /**
     * Lists reports, by agency and year, each by its newest revision. Filters that are left out filter nothing.
     *
     * @param year the report year
     * @param district code of the district the agencies belong to, directly or further in
     * @param category code of the agencies' category
     * @param agency code of the agency
     * @param status where the newest revision stands
     */
    @GET
    @Transactional
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
                .and("a.district.path like :district", "district", Districts.within(district))
                .and("a.category.code = :category", "category", Register.CATEGORY.known(category))
                .and("a.code = :agency", "agency", Register.AGENCY.known(agency))
                .and("r.status = :status", "status", status);
        return paging.answer(paging.of(Revision.<Revision>find(
                        NEWEST_REVISIONS + " and " + criteria.condition(),
                        Sort.by("f.id.agency", "f.id.year"),
                        criteria.values()))
                .map(ReportSummary::of));
    }

    /**
     * Gives the revision in force, with an ETag.
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @GET
    @Path("/{agency}/{year}")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETags the client has; answers 304 when the report in force has one of them",
            schema = @Schema(type = SchemaType.STRING))
    @Operation(summary = "Get the report in force")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AnnualReport.class)))
    @APIResponse(responseCode = "304", description = "Unchanged: If-None-Match names the current ETag")
    public Response getReport(
            @PathParam("agency") String agency, @PathParam("year") ReportYear year, @Context HttpHeaders headers) {
        Agencies.require(agency);
        Revision revision = Revision.inForce(agency, year.value())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_REPORT,
                        new Text("%s 没有 %s 年生效的报告", "%s has no report in force for %s").with(agency, year.value())));
        EntityTag tag = tag(revision);
        Response.ResponseBuilder answer = Preconditions.of(headers).alreadyHas(tag)
                ? Response.notModified()
                : Response.ok(reader.stored(year.form(), revision), MediaType.APPLICATION_JSON_TYPE);
        return answer.tag(tag).build();
    }

    /**
     * Takes a report in, or refuses it with everything that is wrong with it. Content that differs from the newest revision
     * makes the next one (201); the same content makes none (200).
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @PUT
    @Path("/{agency}/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
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
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = AnnualReport.class)))
                    InputStream body,
            @Context HttpHeaders headers)
            throws IOException {
        Submitted submitted = submissions.submit(agency, year, body, newest -> refuseLostUpdate(newest, headers));
        return RestResponse.ResponseBuilder.create(
                        submitted.stored() ? RestResponse.Status.CREATED : RestResponse.Status.OK,
                        Receipt.of(submitted.revision()))
                .tag(tag(submitted.revision()))
                .build();
    }

    private static void refuseLostUpdate(Optional<Revision> newest, HttpHeaders headers) {
        if (!Preconditions.of(headers).allowChange(newest.map(ReportResource::tag))) {
            throw new ProblemException(
                    ProblemType.PRECONDITION_FAILED,
                    newest.map(revision ->
                                    new Text("最新的是第 %s 稿", "The newest revision is %s").with(revision.id.revision()))
                            .orElse(new Text("还没有提交过", "Nothing has been submitted yet")));
        }
    }

    private static EntityTag tag(Revision revision) {
        return new EntityTag(revision.id.revision() + "-" + revision.contentHash.substring(0, 16));
    }
}
