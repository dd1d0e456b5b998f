package org.gongkai.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.AnswerFormat;
import org.gongkai.security.Role;

/** Roll-ups. */
@Path("/api/v1/statistics")
@Tag(name = "statistics")
public class StatisticsResource {

    private final RollUps rollUps;
    private final Clock clock;

    StatisticsResource(RollUps rollUps, Clock clock) {
        this.rollUps = rollUps;
        this.clock = clock;
    }

    /**
     * Adds figures up over the reports in force. Only departments are counted: a government's own report already contains them.
     * A stock (documents in force, requests carried over or forward) is never added up over years. Each row says how many
     * reports it counts and how many would be expected.
     *
     * @param format how to write the answer; goes before the Accept header
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", MediaType.WILDCARD})
    @RolesAllowed(Role.READER)
    @Operation(summary = "Roll figures up")
    @APIResponse(
            responseCode = "200",
            description = "The sums",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = RollUp.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    public Response getStatistics(
            @BeanParam QuestionParameters parameters,
            @QueryParam("format") AnswerFormat format,
            @Context HttpHeaders headers) {
        AnswerFormat written = AnswerFormat.of(format, headers);
        RollUp rollUp = rollUps.answer(parameters, clock.instant());
        return Response.ok(written == AnswerFormat.CSV ? RollUpCsv.of(rollUp) : rollUp, written.mediaType())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
