package org.gongkai.statistics;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
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
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.AnswerFormat;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Access;
import org.gongkai.security.Role;

/** Roll-ups. */
@Path("/api/v1/statistics")
@Tag(name = "statistics")
public class StatisticsResource {

    private final RollUpAnswers answers;
    private final Repetition repetition;
    private final Access access;

    StatisticsResource(RollUpAnswers answers, Repetition repetition, Access access) {
        this.answers = answers;
        this.repetition = repetition;
        this.access = access;
    }

    /**
     * Adds figures up over the reports in force. Only departments are counted: a government's own report already contains them.
     * A stock (documents in force, requests carried over or forward) is never added up over years. Each row says how many
     * reports it counts and how many would be expected. The ETag names the state of the data: a client that sends it in
     * If-None-Match is told by 304 that nothing has changed.
     *
     * @param format how to write the answer; goes before the Accept header
     */
    @GET
    @NonBlocking
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
    @APIResponse(responseCode = "304", description = "Unchanged since the answer whose ETag was sent in If-None-Match")
    public Uni<Response> getStatistics(
            @BeanParam QuestionParameters parameters,
            @QueryParam("format") AnswerFormat format,
            @Context HttpHeaders headers,
            @Context UriInfo uri) {
        if (parameters.asksForWaiting() && !access.isOversight()) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        AnswerFormat written = AnswerFormat.of(format, headers);
        String question = uri.getRequestUri().getRawQuery() + " " + written;
        return repetition.answer(question, headers, parameters.asksForWaiting(), answers.to(parameters, written));
    }
}
