package org.gongkai.filing.history;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;

/** The draft of the next report. */
@Path("/api/v1/reports")
@Tag(name = "reports")
public class TemplateResource {

    private final Template template;
    private final Caller caller;

    TemplateResource(Template template, Caller caller) {
        this.template = template;
        this.caller = caller;
    }

    /**
     * Returns a draft to start from: zeros, and the opening values that follow from last year's report in force.
     *
     * @param agency code of the agency
     * @param year the report year of the draft
     */
    @GET
    @Path("/{agency}/{year}/template")
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT, Role.SANDBOX})
    @OwnAgency
    @Operation(summary = "Get a draft for the next report")
    @APIResponse(
            responseCode = "200",
            description = "A report whose arithmetic holds, with empty texts",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "Report")))
    public Response getTemplate(@PathParam("agency") String agency, @PathParam("year") ReportYear year) {
        Agencies.require(agency);
        return Response.ok(template.of(agency, year, caller.actor())).build();
    }
}
