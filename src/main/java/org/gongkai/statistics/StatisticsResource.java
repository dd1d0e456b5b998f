package org.gongkai.statistics;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.csv.Csv;
import org.gongkai.http.Caller;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpParameters;
import org.gongkai.statistics.rollup.format.Representation;
import org.gongkai.statistics.rollup.format.RepresentationParameters;
import org.gongkai.statistics.rollup.format.RollUpFormat;

/** Roll-ups. */
@Path("/api/v1/statistics")
@Tag(name = "statistics")
public class StatisticsResource {

    private final RollUpResponses answers;
    private final ConditionalResponses conditionalResponses;
    private final Caller caller;
    private final Access access;

    StatisticsResource(
            RollUpResponses answers, ConditionalResponses conditionalResponses, Caller caller, Access access) {
        this.answers = answers;
        this.conditionalResponses = conditionalResponses;
        this.caller = caller;
        this.access = access;
    }

    /**
     * Adds figures up over the reports in force. Only departments are counted: a government's own report already contains them.
     * A stock (documents in force, requests carried over or forward) is never added up over years. Each row says how many
     * reports it counts and how many would be expected. The ETag names the state of the data: a client that sends it in
     * If-None-Match is told by 304 that nothing has changed.
     * Besides JSON there are CSV, a workbook for Excel and WPS with a sheet of notes, and a JSON-stat 2.0 dataset, which marks values
     * that lack reports and has the coverage of each in its extension.
     */
    @GET
    @NonBlocking
    @Produces({
        MediaType.APPLICATION_JSON,
        Csv.MEDIA_TYPE,
        RollUpFormat.XLSX_TYPE,
        RollUpFormat.JSONSTAT_TYPE,
        MediaType.WILDCARD
    })
    @RolesAllowed(Role.READER)
    @Operation(summary = "Roll figures up")
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RollUp.class)),
                @Content(mediaType = Csv.MEDIA_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = RollUpFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = RollUpFormat.JSONSTAT_TYPE,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        description = "A JSON-stat 2.0 dataset",
                                        externalDocs =
                                                @ExternalDocumentation(
                                                        url = "https://json-stat.org/format/schema/2.0/dataset.json")))
            })
    @APIResponse(responseCode = "304", description = "Unchanged since the answer whose ETag was sent in If-None-Match")
    public Uni<Response> getStatistics(
            @BeanParam RollUpParameters parameters,
            @BeanParam RepresentationParameters wanted,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        if (parameters.asksForWaiting()) {
            access.requireOversight();
        }
        Representation representation = wanted.in(caller.language());
        String audience = parameters.asksForWaiting() ? Role.OVERSIGHT : ConditionalResponses.EVERYBODY;
        return conditionalResponses.answer(request, headers, audience, answers.to(parameters, representation));
    }
}
