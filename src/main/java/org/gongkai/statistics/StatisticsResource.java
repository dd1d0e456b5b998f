package org.gongkai.statistics;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
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
import org.gongkai.http.load.Client;
import org.gongkai.http.parameter.CollectsFaults;
import org.gongkai.http.parameter.FoundFaults;
import org.gongkai.problem.ParameterFault;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.statistics.cache.Audience;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.cache.ResponseKey;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.CanonicalUri;
import org.gongkai.statistics.data.DataVersions;
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
import org.gongkai.statistics.rollup.sql.ReportYears;
import org.gongkai.statistics.rollup.sql.RollUpExport;
import org.gongkai.statistics.rollup.sql.RollUps;
import org.gongkai.statistics.rollup.sql.RowEstimate;
import org.gongkai.text.Text;

/** Roll-ups. */
@Path(StatisticsResource.PATH)
@Tag(name = "statistics")
public class StatisticsResource {

    static final String PATH = "/api/v1/statistics";

    private static final Text NOT_STREAMED = new Text(
            "不能与 format=ndjson 一起使用：各行在读取时即已发出",
            "Cannot be used with format=ndjson, which sends rows while they are read");

    private static final Text NOT_IN_CUBES = new Text(
            "不能与 format=jsonstat 一起使用：数据立方体只有数值", "Cannot be used with format=jsonstat: a cube has values only");

    private final RollUps rollUps;
    private final ReportYears reportYears;
    private final RowEstimate estimate;
    private final RollUpWriter writer;
    private final ConditionalResponses responses;
    private final Caller caller;
    private final Access access;
    private final Clock clock;
    private final FoundFaults found;

    StatisticsResource(
            RollUps rollUps,
            ReportYears reportYears,
            RowEstimate estimate,
            RollUpWriter writer,
            ConditionalResponses responses,
            Caller caller,
            Access access,
            Clock clock,
            FoundFaults found) {
        this.rollUps = rollUps;
        this.reportYears = reportYears;
        this.estimate = estimate;
        this.writer = writer;
        this.responses = responses;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.found = found;
    }

    /**
     * Adds up figures over the reports in force. Only departments are counted, as a government's own report already
     * contains them; with kind=GOVERNMENT, the figures are those of governments' own reports. A stock (documents in force, requests carried over or forward) is never added up over years. Each
     * row contains the number of reports counted and the number expected. The ETag changes with the data: a client that
     * sends it in If-None-Match receives 304 while nothing has changed. Formats other than JSON are CSV, a workbook for
     * Excel and WPS with a sheet of notes, and a JSON-stat 2.0 dataset, which marks values with missing reports and has
     * the coverage of each value in its extension, an HTML page to read and to print, and NDJSON, which has all rows,
     * one a line, without any limit. In other formats, an answer has 100,000 rows at most.
     */
    @GET
    @NonBlocking
    @CollectsFaults
    @Produces({
        MediaType.APPLICATION_JSON,
        Csv.MEDIA_TYPE,
        RollUpFormat.XLSX_TYPE,
        RollUpFormat.JSONSTAT_TYPE,
        MediaType.TEXT_HTML,
        RollUpFormat.NDJSON_TYPE,
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
                                                        url = "https://json-stat.org/format/schema/2.0/dataset.json"))),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = RollUpFormat.NDJSON_TYPE, schema = @Schema(implementation = RollUpRow.class))
            })
    @APIResponse(
            responseCode = "304",
            description = "Not modified since the response whose ETag was sent in If-None-Match")
    public Uni<Response> getStatistics(
            @BeanParam RollUpParameters parameters,
            @BeanParam RepresentationParameters wanted,
            @BeanParam RowParameters ofRows,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        Parsed<RollUpQuery> read = RollUpQueryParser.parse(parameters, ofRows);
        RollUpQuery query = read.query();
        boolean waiting = query.basis() == Basis.SUBMITTED;
        if (waiting) {
            access.requireUnlimitedOversight();
        }
        List<ParameterFault> others = new ArrayList<>(found.all());
        Representation representation = wanted.representation(query.uri(PATH), caller.language(), others);
        if (representation.isStreamed()) {
            refuseOrder(parameters, ofRows, others);
        } else if (representation.format() == RollUpFormat.JSONSTAT) {
            refuseStatistics(ofRows, NOT_IN_CUBES, others);
        }
        Parsed<RollUpQuery> parsed = read.and(others);
        if (!parsed.isValid()) {
            return responses.respondUncached(source(parsed, representation));
        }
        ResponseKey key = ResponseKey.of(
                representation.uri(),
                query.scope(),
                representation.answerLanguage(),
                waiting ? Audience.OVERSIGHT : Audience.PUBLIC,
                query.asOf(),
                clock.instant());
        Client client = caller.client();
        return query.followsReportYears()
                ? reportYears()
                        .chain(years -> answer(
                                query.ofYears(years),
                                representation,
                                following(key, query, years),
                                client,
                                headers,
                                request))
                : answer(query, representation, key, client, headers, request);
    }

    /** Returns the key of the response for the years that have reports. Before the first report, it depends on all data. */
    private static ResponseKey following(ResponseKey key, RollUpQuery query, List<Integer> years) {
        return years.isEmpty() ? key : key.following(years, query.ofYears(years).scope());
    }

    /** Returns the years of a query that names none, without waiting if they are known. */
    private Uni<List<Integer>> reportYears() {
        return reportYears.known().map(years -> Uni.createFrom().item(years)).orElseGet(() -> Uni.createFrom()
                .item(Unchecked.supplier(reportYears::current))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()));
    }

    private Uni<Response> answer(
            RollUpQuery query,
            Representation representation,
            ResponseKey key,
            Client client,
            HttpHeaders headers,
            RoutingContext request) {
        Parsed<RollUpQuery> parsed = new Parsed<>(query, List.of());
        return representation.isStreamed()
                ? responses.stream(
                        request,
                        headers,
                        client,
                        key,
                        representation.vary(),
                        () -> streamed(rollUps.export(parsed), representation, query.uri(PATH)))
                : responses.respond(
                        request, headers, client, key, representation.vary(), source(parsed, representation));
    }

    private ConditionalResponses.Streamed streamed(
            RollUpExport export, Representation representation, CanonicalUri json) {
        return new ConditionalResponses.Streamed(
                export.dataVersion(),
                representation.headers(export.dataVersion(), export.asOf(), json),
                out -> write(export, out),
                export);
    }

    private void write(RollUpExport export, OutputStream out) throws IOException {
        try {
            export.forEach(rows -> writer.writeRows(rows, out));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Refuses what needs all rows before the first one can be sent. */
    private static void refuseOrder(RollUpParameters parameters, RowParameters rows, List<ParameterFault> faults) {
        if (parameters.orderBy != null && !parameters.orderBy.isEmpty()) {
            faults.add(ParameterFault.invalid("orderBy", String.join(",", parameters.orderBy), NOT_STREAMED));
        }
        if (parameters.limit != null) {
            faults.add(ParameterFault.invalid("limit", parameters.limit, NOT_STREAMED));
        }
        refuseStatistics(rows, NOT_STREAMED, faults);
    }

    private static void refuseStatistics(RowParameters rows, Text reason, List<ParameterFault> faults) {
        if (rows.stats != null && !rows.stats.isEmpty()) {
            faults.add(ParameterFault.invalid("stats", String.join(",", rows.stats), reason));
        }
    }

    private ConditionalResponses.Source source(Parsed<RollUpQuery> parsed, Representation representation) {
        return new ConditionalResponses.Source() {
            @Override
            public ConditionalResponses.Content read(DataVersions known) throws SQLException {
                return content(rollUps.run(parsed, known), representation);
            }

            @Override
            public boolean isLarge(DataVersions known) throws SQLException {
                return estimate.isLarge(parsed.query(), known);
            }
        };
    }

    private ConditionalResponses.Content content(RollUp rollUp, Representation representation) {
        return new ConditionalResponses.Content(
                rollUp.dataVersion(),
                representation.headers(rollUp),
                out -> writer.write(rollUp, representation, out),
                rollUp.rows().stream().mapToLong(RollUpRow::reports).sum());
    }
}
