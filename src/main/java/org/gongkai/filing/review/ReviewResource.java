package org.gongkai.filing.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.revision.ExplanationEntry;
import org.gongkai.filing.revision.FilingId;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.http.Caller;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.body.Body;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** The review of a report: the agency explains warnings, the oversight office decides. */
@Path("/api/v1/reports/{agency}/{year}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReviewResource {

    private final Reviews reviews;
    private final ReceiptResponse receipts;
    private final Caller caller;

    ReviewResource(Reviews reviews, ReceiptResponse receipts, Caller caller) {
        this.reviews = reviews;
        this.receipts = receipts;
        this.caller = caller;
    }

    /**
     * Explains warnings of the newest revision. A warning stays explained in later revisions as long as both sides of
     * its comparison stay the same. A revision without open warnings comes into force automatically, unless the service
     * runs in manual review. Returns the updated receipt.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param explanations the explanations, at most 1,000
     */
    @POST
    @Path("/explanations")
    @RolesAllowed({Role.SUBMITTER, Role.SANDBOX})
    @OwnAgency
    @Operation(summary = "Explain warnings")
    public RestResponse<Receipt> explainWarnings(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema =
                                                    @Schema(
                                                            implementation = ExplanationEntry[].class,
                                                            maxItems = ExplanationEntry.MAX_NUMBER)))
                    List<ExplanationEntry> explanations) {
        Agencies.require(agency);
        List<ExplanationEntry> given = ExplanationEntry.refuseTooMany("", Body.required(explanations));
        return receipts.ok(reviews.explain(FilingId.of(agency, year.value()), given, caller.actor()));
    }

    /**
     * Accepts a revision that waits, or returns it with a comment; or withdraws the revision in force with a reason. The
     * office may accept a revision with open warnings. After a withdrawal, no revision is in force, or again the one that
     * was in force before; later years are checked again. Roll-ups as of an earlier instant still count the withdrawn
     * revision. The subject that submitted a revision cannot decide on it (403), unless the setting
     * gongkai.review.own-submissions allows it. Returns the updated receipt.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param request the decision
     */
    @POST
    @Path("/decisions")
    @RolesAllowed(Role.OVERSIGHT)
    @OwnAgency
    @Operation(summary = "Accept, return or withdraw a revision")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the newest revision; the decision is refused when there is a newer one",
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<Receipt> decideOnRevision(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            DecisionRequest request,
            @Context HttpHeaders headers) {
        Agencies.require(agency);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, DecisionCheck.faults(year.form(), Body.required(request)));
        RevisionId id = new RevisionId(agency, (short) year.value(), request.revision());
        return receipts.ok(reviews.decide(id, request, Preconditions.of(headers), caller.actor()));
    }
}
