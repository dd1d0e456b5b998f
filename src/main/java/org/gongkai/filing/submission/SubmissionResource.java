package org.gongkai.filing.submission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.review.Receipt;
import org.gongkai.filing.review.ReceiptResponse;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.http.Caller;
import org.gongkai.http.Preconditions;
import org.gongkai.http.ReportYear;
import org.gongkai.registry.Agencies;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** The submission of one report. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class SubmissionResource {

    private final ReportReader reader;
    private final GroupCommit groupCommit;
    private final SubmissionMetrics metrics;
    private final Caller caller;
    private final AuditLog auditLog;

    SubmissionResource(
            ReportReader reader, GroupCommit groupCommit, SubmissionMetrics metrics, Caller caller, AuditLog auditLog) {
        this.reader = reader;
        this.groupCommit = groupCommit;
        this.metrics = metrics;
        this.caller = caller;
        this.auditLog = auditLog;
    }

    /**
     * Stores a report, or rejects it with all its errors. Content that differs from the newest revision makes the next
     * revision (201); the same content makes none (200). A revision without open warnings comes into force
     * automatically, unless the service runs in manual review.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param body the report in the form of its year
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
            description = "ETag of the newest revision; the submission is refused when there is a newer one",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "With *, the submission is refused when there is any revision",
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<Receipt> submitReport(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @RequestBody(required = true, content = @Content(schema = @Schema(ref = "Report"))) InputStream body,
            @Context HttpHeaders headers)
            throws IOException {
        Instant receivedAt = auditLog.now();
        SubmissionResult result = SubmissionResult.of(() -> groupCommit.submit(new Submission(
                agency, year, report(agency, body), List.of(), Preconditions.of(headers), caller.actor(), receivedAt)));
        metrics.count(SubmissionMetrics.Channel.SINGLE, result);
        return ReceiptResponse.of(result.status(), result.orElseThrow().snapshot(), caller, Visibility.FULL);
    }

    /** Parses the body. Reports an unknown agency before a malformed body. */
    private JsonNode report(String agency, InputStream body) throws IOException {
        try {
            return reader.parse(body);
        } catch (IOException | RuntimeException unreadable) {
            Agencies.require(agency);
            throw unreadable;
        }
    }
}
