package org.gongkai.filing.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.store.EntityTags;
import org.gongkai.filing.store.ExplanationEntry;
import org.gongkai.filing.store.RevisionId;
import org.gongkai.filing.submission.Receipt;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.filing.submission.Submitted;
import org.gongkai.http.Body;
import org.gongkai.http.Caller;
import org.gongkai.http.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Agencies;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.RestResponse;

/** What is said about a report: the agency explains, the oversight office decides. */
@Path("/api/v1/reports/{agency}/{year}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReviewResource {

    private final Submissions submissions;
    private final Caller caller;

    ReviewResource(Submissions submissions, Caller caller) {
        this.submissions = submissions;
        this.caller = caller;
    }

    /**
     * Explains warnings of the newest revision. An explained warning stays closed over later revisions as long as both sides of its
     * comparison stay the same. A revision without open warnings comes into force by itself, unless the service runs in manual
     * review. Answers the receipt anew.
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @POST
    @Path("/explanations")
    @RolesAllowed(Role.SUBMITTER)
    @OwnAgency
    @Operation(summary = "Explain warnings")
    public RestResponse<Receipt> explainWarnings(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            List<ExplanationEntry> explanations) {
        Agencies.require(agency);
        return receipt(submissions.explain(agency, year.value(), Body.required(explanations), caller.actor()));
    }

    /**
     * Accepts a revision that waits, or returns it with a comment. A revision can be accepted with open warnings: it is the office's
     * decision. Answers the receipt anew.
     *
     * @param agency code of the agency
     * @param year the report year
     */
    @POST
    @Path("/decisions")
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Accept or return a revision")
    public RestResponse<Receipt> decideOnRevision(
            @PathParam("agency") String agency, @PathParam("year") ReportYear year, DecisionRequest decisionRequest) {
        Agencies.require(agency);
        check(Body.required(decisionRequest));
        RevisionId id = new RevisionId(agency, (short) year.value(), decisionRequest.revision());
        return receipt(submissions.decide(id, decisionRequest, caller.actor()));
    }

    private RestResponse<Receipt> receipt(Submitted submitted) {
        Receipt receipt = Receipt.of(submitted.revision(), submitted.remarks(), caller.language());
        return caller.withContentLanguage(
                        RestResponse.ResponseBuilder.ok(receipt).tag(EntityTags.of(submitted.revision())))
                .build();
    }

    private static void check(DecisionRequest decisionRequest) {
        List<Finding> findings = new ArrayList<>();
        if (decisionRequest.revision() == null) {
            findings.add(Finding.ofShape("/revision", null, new Text("请指明版次", "Name the number of the revision")));
        }
        if (decisionRequest.decision() == null) {
            findings.add(
                    Finding.ofShape("/decision", null, new Text("应为 ACCEPT 或 RETURN", "Must be ACCEPT or RETURN")));
        }
        boolean needed = decisionRequest.decision() == Decision.RETURN;
        if (needed || decisionRequest.comment() != null) {
            Reason.check("/comment", decisionRequest.comment()).ifPresent(findings::add);
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
    }
}
