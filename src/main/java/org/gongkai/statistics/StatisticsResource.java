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
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.csv.Csv;
import org.gongkai.http.Caller;
import org.gongkai.http.CollectsFaults;
import org.gongkai.http.FoundFaults;
import org.gongkai.problem.ParameterFault;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.statistics.cache.Audience;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.cache.ResponseKey;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.statistics.rollup.RollUp;
import org.gongkai.statistics.rollup.RollUpParameters;
import org.gongkai.statistics.rollup.RollUpQuery;
import org.gongkai.statistics.rollup.RollUpQueryParser;
import org.gongkai.statistics.rollup.RollUpRow;
import org.gongkai.statistics.rollup.RowParameters;
import org.gongkai.statistics.rollup.format.Representation;
import org.gongkai.statistics.rollup.format.RepresentationParameters;
import org.gongkai.statistics.rollup.format.RollUpFormat;
import org.gongkai.statistics.rollup.format.RollUpWriter;
import org.gongkai.statistics.rollup.sql.RollUps;

/** Roll-ups. */
@Path(StatisticsResource.PATH)
@Tag(name = "statistics")
public class StatisticsResource {

    static final String PATH = "/api/v1/statistics";

    private final RollUps rollUps;
    private final RollUpWriter writer;
    private final ConditionalResponses responses;
    private final Caller caller;
    private final Access access;
    private final Clock clock;
    private final FoundFaults found;

    StatisticsResource(
            RollUps rollUps,
            RollUpWriter writer,
            ConditionalResponses responses,
            Caller caller,
            Access access,
            Clock clock,
            FoundFaults found) {
        this.rollUps = rollUps;
        this.writer = writer;
        this.responses = responses;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.found = found;
    }

    /**
     * Adds up figures over the reports in force. Only departments are counted: a government's own report already
     * contains them. A stock (documents in force, requests carried over or forward) is never added up over years. Each
     * row contains the number of reports counted and the number expected. The ETag changes with the data: a client that
     * sends it in If-None-Match receives 304 while nothing has changed. Formats other than JSON are CSV, a workbook for
     * Excel and WPS with a sheet of notes, and a JSON-stat 2.0 dataset, which marks values with missing reports and has
     * the coverage of each value in its extension.
     */
    @GET
    @NonBlocking
    @CollectsFaults
    @Produces({
        MediaType.APPLICATION_JSON,
        Csv.MEDIA_TYPE,
        RollUpFormat.XLSX_TYPE,
        RollUpFormat.JSONSTAT_TYPE,
        MediaType.WILDCARD
    })
    @RolesAllowed(Role.READER)
    @Operation(summary = "Roll up figures")
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
    @APIResponse(
            responseCode = "304",
            description = "Not modified since the response whose ETag was sent in If-None-Match")
    public Uni<Response> getStatistics(
            @BeanParam RollUpParameters parameters,
            @BeanParam RepresentationParameters wanted,
            @BeanParam RowParameters ofRows,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request) {
        Parsed<RollUpQuery> read = RollUpQueryParser.parse(parameters, ofRows);
        RollUpQuery query = read.query();
        boolean waiting = query.basis() == Basis.SUBMITTED;
        if (waiting) {
            access.requireOversight();
        }
        List<ParameterFault> others = new ArrayList<>(found.all());
        Representation representation = wanted.representation(query.uri(PATH), caller.language(), others);
        Parsed<RollUpQuery> parsed = read.and(others);
        ConditionalResponses.Source source = known -> content(rollUps.run(parsed, known), representation);
        if (!parsed.isValid()) {
            return responses.respondUncached(source);
        }
        ResponseKey key = ResponseKey.of(
                representation.uri(),
                query.scope(),
                representation.answerLanguage(),
                waiting ? Audience.OVERSIGHT : Audience.PUBLIC,
                query.asOf(),
                clock.instant());
        return responses.respond(request, headers, caller.client(), key, representation.vary(), source);
    }

    private ConditionalResponses.Content content(RollUp rollUp, Representation representation) {
        return new ConditionalResponses.Content(
                rollUp.dataVersion(),
                representation.headers(rollUp),
                writer.write(rollUp, representation),
                rollUp.rows().stream().mapToLong(RollUpRow::reports).sum());
    }
}
