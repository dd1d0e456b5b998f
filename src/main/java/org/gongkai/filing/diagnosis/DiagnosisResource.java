package org.gongkai.filing.diagnosis;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.security.Role;

/** Diagnoses of stored reports. */
@Path("/api/v1/reports/{agency}/{year}/diagnosis")
@Tag(name = "reports")
public class DiagnosisResource {

    private final DiagnosedReports reports;
    private final DiagnosisAnswers answers;

    DiagnosisResource(DiagnosedReports reports, DiagnosisAnswers answers) {
        this.reports = reports;
        this.answers = answers;
    }

    /**
     * Returns what the report in force leaves open: the findings of the rules by topic, open and explained; figures far
     * from the medians of the agency's district and of its category in that year; and sentences that are the same in last
     * year's report or in those of other agencies. Each item says what to do. As JSON, or as a paper (核查单) in Chinese to
     * hand over to the agency. As with revisions, the public sees the findings of revisions that are or were in force,
     * without their explanations.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision, or latest for the newest one that the caller may see; by default the one in
     *     force
     * @param format format of the response; takes precedence over the Accept header
     */
    @GET
    @Blocking
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get the diagnosis of a report")
    @APIResponse(
            responseCode = "200",
            description = "What the report leaves open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Diagnosis.class)))
    public Uni<Response> getDiagnosis(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @QueryParam("revision") RevisionChoice revision,
            @QueryParam("format") DocumentFormat format,
            @Context HttpHeaders headers) {
        DocumentFormat wanted = DocumentFormat.of(format, headers);
        RevisionChoice choice = Objects.requireNonNullElse(revision, RevisionChoice.IN_FORCE);
        return answers.answer(reports.find(agency, year, choice, answers.language(wanted)), wanted);
    }
}
