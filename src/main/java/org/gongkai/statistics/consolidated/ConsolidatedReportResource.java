package org.gongkai.statistics.consolidated;

import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
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
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.parameter.CollectsFaults;
import org.gongkai.http.parameter.FoundFaults;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.problem.ParameterFault;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.statistics.cache.Audience;
import org.gongkai.statistics.cache.ConditionalResponses;
import org.gongkai.statistics.cache.ResponseKey;
import org.gongkai.statistics.data.Basis;
import org.gongkai.statistics.data.DataVersions;
import org.gongkai.statistics.data.Parsed;
import org.gongkai.text.Language;

/** Consolidated reports. */
@Path(ConsolidatedReportResource.PATH)
@Tag(name = "statistics")
public class ConsolidatedReportResource {

    static final String PATH = "/api/v1/consolidated-reports";

    private final Consolidations consolidations;
    private final ConsolidatedWriter writer;
    private final ConditionalResponses responses;
    private final Caller caller;
    private final Access access;
    private final Clock clock;
    private final FoundFaults found;

    ConsolidatedReportResource(
            Consolidations consolidations,
            ConsolidatedWriter writer,
            ConditionalResponses responses,
            Caller caller,
            Access access,
            Clock clock,
            FoundFaults found) {
        this.consolidations = consolidations;
        this.writer = writer;
        this.responses = responses;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
        this.found = found;
    }

    /**
     * Adds up the whole statutory form over the departments of a district and of all districts in it: the figures that
     * its government reports under Articles 49 and 50 of the Regulations on Open Government Information. Only reports
     * in force are added up. A government's own report is not, as it already contains those of its departments; if the
     * government of the district has one, it is compared with the sum instead. Formats other than JSON are documents in
     * the statutory layout, in Chinese, with appendices that list the reports in the sum, the missing reports, the open
     * warnings and the differences. With drafts=true, the answer has drafts of the texts of sections 一, 五 and 六.
     *
     * @param year the report year, on whose form the sum is
     */
    @GET
    @NonBlocking
    @CollectsFaults
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @Path("/{year}")
    @RolesAllowed(Role.READER)
    @Operation(summary = "Consolidate the reports of a district")
    @APIResponse(
            responseCode = "200",
            description = "The sum",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConsolidatedReport.class)))
    @APIResponse(
            responseCode = "304",
            description = "Not modified since the response whose ETag was sent in If-None-Match")
    public Uni<Response> getConsolidatedReport(
            @PathParam("year") ReportYear year,
            @BeanParam ConsolidationParameters parameters,
            @Context HttpHeaders headers,
            @Context RoutingContext request) {
        Parsed<ConsolidationQuery> read = ConsolidationQuery.parse(year, parameters);
        ConsolidationQuery query = read.query();
        if (query.basis() == Basis.SUBMITTED) {
            access.requireUnlimitedOversight();
        }
        List<ParameterFault> others = new ArrayList<>(found.all());
        DocumentFormat format = ParameterFault.collect(parameters.format, DocumentFormat::fromString, others)
                .orElseGet(() -> DocumentFormat.of(null, headers));
        Parsed<ConsolidationQuery> parsed = read.and(others);
        Audience audience = Audience.of(access, year.value());
        Language language = caller.language();
        ConditionalResponses.Source source = source(parsed, format, audience, language);
        return parsed.isValid()
                ? responses.respond(
                        request, headers, caller.client(), key(query, format, audience, language), vary(format), source)
                : responses.respondUncached(source);
    }

    private ConditionalResponses.Source source(
            Parsed<ConsolidationQuery> parsed, DocumentFormat format, Audience audience, Language language) {
        return new ConditionalResponses.Source() {
            @Override
            public ConditionalResponses.Content read(DataVersions known) throws SQLException {
                return writer.write(consolidations.run(parsed, known), format, audience, language);
            }

            @Override
            public boolean isLarge(DataVersions known) throws SQLException {
                return consolidations.isLarge(parsed.query(), known);
            }
        };
    }

    private ResponseKey key(ConsolidationQuery query, DocumentFormat format, Audience audience, Language language) {
        Optional<String> document = Optional.of(format.code()).filter(code -> format.isDocument());
        return ResponseKey.of(
                query.uri(PATH).with("format", document),
                query.scope(),
                format.isDocument() ? Optional.empty() : Optional.of(language),
                audience,
                query.asOf(),
                clock.instant());
    }

    private static String vary(DocumentFormat format) {
        return Stream.of(
                        Optional.of(HttpHeaders.ACCEPT),
                        Optional.of(HttpHeaders.ACCEPT_LANGUAGE).filter(name -> !format.isDocument()),
                        Optional.of(HttpHeaders.ACCEPT_ENCODING)
                                .filter(name -> ContentCoding.isText(format.mediaType())),
                        Optional.of(HttpHeaders.AUTHORIZATION))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }
}
