package org.gongkai.filing.submission;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.filing.certification.TestsShown;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.http.Caller;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** Trials of submissions. */
@Path("/api/v1/validations")
@Tag(name = "reports")
public class ValidationResource {

    private final ReportReader reader;
    private final ItemReader items;
    private final Submissions submissions;
    private final Caller caller;
    private final Access access;
    private final AuditLog auditLog;
    private final Event<TestsShown> tests;

    ValidationResource(
            ReportReader reader,
            ItemReader items,
            Submissions submissions,
            Caller caller,
            Access access,
            AuditLog auditLog,
            Event<TestsShown> tests) {
        this.reader = reader;
        this.items = items;
        this.submissions = submissions;
        this.caller = caller;
        this.access = access;
        this.auditLog = auditLog;
        this.tests = tests;
    }

    /**
     * Checks a report like a submission, including the rules that compare it with other years, and stores nothing. A
     * missing changeReason is no fault here: the member corrects says whether a submission needs it.
     *
     * @param body the report with its agency and year
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT, Role.SANDBOX})
    @Operation(summary = "Try a submission")
    public RestResponse<Validation> validateReport(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = BatchItem.class)))
                    InputStream body)
            throws IOException {
        Submission submission = items.read(reader.parse(body), caller.actor(), access.reachToSubmit(), auditLog.now());
        Validation validation = submissions.dryRun(submission, caller.language());
        if (submission.actor().isInSandbox()) {
            tests.fire(TestsShown.of(submission.actor().name(), TestCase.VALIDATED, submission.filing()));
        }
        return caller.withContentLanguage(RestResponse.ResponseBuilder.ok(validation))
                .build();
    }
}
