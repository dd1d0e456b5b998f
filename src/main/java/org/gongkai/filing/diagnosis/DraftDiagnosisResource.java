package org.gongkai.filing.diagnosis;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.submission.BatchItem;
import org.gongkai.filing.submission.ItemReader;
import org.gongkai.filing.submission.Submission;
import org.gongkai.http.Caller;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.security.Access;
import org.gongkai.security.Role;

/** Diagnoses of drafts, which are not stored. */
@Path("/api/v1/diagnoses")
@Tag(name = "reports")
public class DraftDiagnosisResource {

    private final ReportReader reader;
    private final ItemReader items;
    private final DiagnosedReports reports;
    private final DiagnosisAnswers answers;
    private final Caller caller;
    private final Access access;
    private final AuditLog auditLog;

    DraftDiagnosisResource(
            ReportReader reader,
            ItemReader items,
            DiagnosedReports reports,
            DiagnosisAnswers answers,
            Caller caller,
            Access access,
            AuditLog auditLog) {
        this.reader = reader;
        this.items = items;
        this.reports = reports;
        this.answers = answers;
        this.caller = caller;
        this.access = access;
        this.auditLog = auditLog;
    }

    /**
     * Returns what a draft leaves open, like the diagnosis of a stored report, and stores nothing. A draft whose numbers do
     * not add up is compared with other reports, too; of one without all of its numbers, the faults are listed.
     *
     * @param body the report with its agency and year
     * @param format format of the response; takes precedence over the Accept header
     */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Diagnose a draft")
    @APIResponse(
            responseCode = "200",
            description = "What the draft leaves open",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Diagnosis.class)))
    public Uni<Response> diagnoseDraft(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BatchItem.class)))
                    InputStream body,
            @QueryParam("format") DocumentFormat format,
            @Context HttpHeaders headers)
            throws IOException {
        DocumentFormat wanted = DocumentFormat.of(format, headers);
        Submission draft = items.read(reader.parse(body), caller.actor(), access.reach(), auditLog.now());
        return answers.answer(reports.check(draft, answers.language(wanted)), wanted);
    }
}
