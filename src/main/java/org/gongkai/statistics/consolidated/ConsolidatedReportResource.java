package org.gongkai.statistics.consolidated;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.ReportYear;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.statistics.cache.ConditionalResponses;

/** Consolidated reports. */
@Path("/api/v1/consolidated-reports")
@Tag(name = "statistics")
public class ConsolidatedReportResource {

    private final ConsolidatedResponses answers;
    private final ConditionalResponses conditionalResponses;
    private final Caller caller;
    private final Access access;

    ConsolidatedReportResource(
            ConsolidatedResponses answers, ConditionalResponses conditionalResponses, Caller caller, Access access) {
        this.answers = answers;
        this.conditionalResponses = conditionalResponses;
        this.caller = caller;
        this.access = access;
    }

    /**
     * Adds the whole statutory form up over the departments of a district and of all that lies in it: what its government reports under
     * Articles 49 and 50 of the Regulations on Open Government Information. What is added up are reports in force, and a government's own
     * never is, as it already contains its departments'; where the district's government has one, it is compared with the sum
     * instead. Besides JSON there are documents in the statutory layout, in Chinese, with appendices of who is in the sum and who is not,
     * of open warnings and of the differences.
     *
     * @param year the report year, on whose form the sum is
     */
    @GET
    @NonBlocking
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @Path("/{year}")
    @RolesAllowed(Role.READER)
    @Operation(summary = "Consolidate the reports of a district")
    @APIResponse(
            responseCode = "200",
            description = "The sum",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ConsolidatedReport.class)),
                @Content(mediaType = DocumentFormat.HTML_TYPE, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = DocumentFormat.DOCX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = DocumentFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "Unchanged since the answer whose ETag was sent in If-None-Match")
    public Uni<Response> getConsolidatedReport(
            @PathParam("year") ReportYear year,
            @BeanParam ConsolidationParameters parameters,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        if (parameters.asksForWaiting()) {
            access.requireOversight();
        }
        DocumentFormat format = DocumentFormat.of(parameters.format, headers);
        ConsolidatedResponses.Audience audience = audience();
        return conditionalResponses.answer(
                request, headers, audience.name(), answers.to(year, parameters, format, audience));
    }

    private ConsolidatedResponses.Audience audience() {
        String name = access.isOversight() ? Role.OVERSIGHT : String.join(" ", new TreeSet<>(access.agencies()));
        return new ConsolidatedResponses.Audience(name, access.reach(), caller.language());
    }
}
