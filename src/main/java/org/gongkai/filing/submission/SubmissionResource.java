package org.gongkai.filing.submission;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.review.Receipt;
import org.gongkai.filing.review.ReceiptResponse;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.SubmissionNotes;
import org.gongkai.filing.revision.Visibility;
import org.gongkai.http.Caller;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.gongkai.text.NameLength;
import org.jboss.resteasy.reactive.RestResponse;

/** The submission of one report. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class SubmissionResource {

    private final ReportReader reader;
    private final NotesCheck notesCheck;
    private final GroupCommit groupCommit;
    private final ResultCounts counts;
    private final ReceiptResponse receipts;
    private final Caller caller;
    private final AuditLog auditLog;

    SubmissionResource(
            ReportReader reader,
            NotesCheck notesCheck,
            GroupCommit groupCommit,
            ResultCounts counts,
            ReceiptResponse receipts,
            Caller caller,
            AuditLog auditLog) {
        this.reader = reader;
        this.notesCheck = notesCheck;
        this.groupCommit = groupCommit;
        this.counts = counts;
        this.receipts = receipts;
        this.caller = caller;
        this.auditLog = auditLog;
    }

    /**
     * Stores a report, or rejects it with all its errors. Content that differs from the newest revision makes the next
     * revision (201); the same content makes none (200). A revision without open warnings comes into force
     * automatically, unless the service runs in manual review. A report that corrects the revision in force needs a reason,
     * which is published with it. With a token for the sandbox, the report is a test: the answer is the same, its receipt
     * has the member sandbox, and nothing of it counts.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param body the report in the form of its year
     * @param changeReason reason of the correction, which is published with the revision; required if a revision with
     *     other content is in force
     * @param approvedBy name of the person who is responsible for the report (负责人 or 审签人); only for the agency and the
     *     oversight office; optional
     * @param nil whether the agency states that it had nothing to report (nil return): every figure must be 0 then. The same
     *     content with another statement makes the next revision; without the parameter, a statement about the same content
     *     stays as it is
     */
    @PUT
    @Path("/{agency}/{year}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBMITTER, Role.SANDBOX})
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
            @Context HttpHeaders headers,
            @QueryParam(NotesCheck.CHANGE_REASON)
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            minLength = 1,
                                            maxLength = SubmissionNotes.MAX_CHANGE_REASON))
                    String changeReason,
            @QueryParam(NotesCheck.APPROVED_BY)
                    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = NameLength.PERSON))
                    String approvedBy,
            @QueryParam("nil") @CheckedBy(Flag.Check.class) @Parameter(schema = @Schema(type = SchemaType.BOOLEAN))
                    String nil)
            throws IOException {
        Instant receivedAt = auditLog.now();
        SubmissionNotes notes = new SubmissionNotes(changeReason, approvedBy);
        SubmissionResult result = SubmissionResult.of(() -> groupCommit.submit(new Submission(
                agency,
                year,
                report(agency, body, notes),
                List.of(),
                notes,
                Preconditions.of(headers),
                caller.actor(),
                receivedAt,
                Optional.ofNullable(nil).map(value -> Flag.of("nil", value)))));
        counts.count(FilingId.of(agency, year.value()), caller.actor(), result);
        return receipts.of(result.status(), result.orElseThrow().snapshot(), Visibility.FULL);
    }

    /** Checks the remarks and parses the body. Reports an unknown agency before faults of either. */
    private JsonNode report(String agency, InputStream body, SubmissionNotes notes) throws IOException {
        try {
            notesCheck.refuse(notes);
            return reader.parse(body);
        } catch (IOException | RuntimeException unreadable) {
            Agencies.require(agency);
            throw unreadable;
        }
    }
}
