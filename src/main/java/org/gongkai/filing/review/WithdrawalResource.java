package org.gongkai.filing.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.revision.RevisionId;
import org.gongkai.filing.revision.RevisionNumber;
import org.gongkai.http.Caller;
import org.gongkai.http.body.Body;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Reason;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** Withdrawals by the agency. */
@Path("/api/v1/reports/{agency}/{year}/revisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class WithdrawalResource {

    private static final String REASON = "reason";

    private final Reviews reviews;
    private final ReceiptResponse receipts;
    private final Caller caller;

    WithdrawalResource(Reviews reviews, ReceiptResponse receipts, Caller caller) {
        this.reviews = reviews;
        this.receipts = receipts;
        this.caller = caller;
    }

    /**
     * Withdraws a revision that waits for a decision. It stays in the history with the status WITHDRAWN, and a revision
     * in force stays in force. Returns the updated receipt.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision
     * @param reason the reason; optional
     */
    @DELETE
    @Path("/{revision}")
    @RolesAllowed({Role.SUBMITTER, Role.SANDBOX})
    @OwnAgency
    @Operation(summary = "Withdraw a revision that waits")
    public RestResponse<Receipt> withdrawRevision(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @PathParam("revision") RevisionNumber revision,
            @QueryParam(REASON) @Parameter(schema = @Schema(type = SchemaType.STRING, maxLength = Reason.MAX_LENGTH))
                    String reason) {
        Agencies.require(agency);
        Optional.ofNullable(reason)
                .flatMap(text -> Reason.check("/" + REASON, text))
                .ifPresent(fault -> {
                    throw ProblemException.ofParameter(ParameterFault.invalid(REASON, reason, fault.message()));
                });
        return receipts.ok(reviews.withdraw(id(agency, year, revision), reason, caller.actor()));
    }

    /**
     * Asks the oversight office to withdraw the revision in force. It stays in force until the office decides; the
     * office finds the request in the audit log and at the revision. A repeated request replaces the previous one.
     * Returns the updated receipt.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision
     * @param request the reason of the agency
     */
    @POST
    @Path("/{revision}/withdrawal-request")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUBMITTER)
    @OwnAgency
    @Operation(summary = "Ask for the withdrawal of the revision in force")
    public RestResponse<Receipt> requestWithdrawal(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @PathParam("revision") RevisionNumber revision,
            WithdrawalRequest request) {
        Agencies.require(agency);
        List<Finding> faults = Reason.check("/" + REASON, Body.required(request).reason()).stream()
                .toList();
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
        return receipts.ok(reviews.requestWithdrawal(id(agency, year, revision), request.reason(), caller.actor()));
    }

    private static RevisionId id(String agency, ReportYear year, RevisionNumber revision) {
        return new RevisionId(agency, (short) year.value(), revision.value());
    }
}
