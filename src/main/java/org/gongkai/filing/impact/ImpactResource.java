package org.gongkai.filing.impact;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.filing.revision.RevisionNumber;
import org.gongkai.http.Caller;
import org.gongkai.http.load.Client;
import org.gongkai.http.parameter.ReportYear;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.DocumentTurns;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.security.Role;
import org.gongkai.statistics.movement.Movements;
import org.gongkai.text.Language;

/** The impact of revisions on totals. */
@Path("/api/v1/reports/{agency}/{year}/revisions")
@Tag(name = "reports")
public class ImpactResource {

    private final Impacts impacts;
    private final Movements movements;
    private final DocumentTurns documents;
    private final Caller caller;
    private final AuditLog auditLog;

    ImpactResource(Impacts impacts, Movements movements, DocumentTurns documents, Caller caller, AuditLog auditLog) {
        this.impacts = impacts;
        this.movements = movements;
        this.documents = documents;
        this.caller = caller;
        this.auditLog = auditLog;
    }

    /**
     * Returns the totals that moved when a revision came into force, from what to what: the roll-ups and the consolidated
     * reports of the agency's district and of all districts above it; also when it was withdrawn later, or came into force
     * again. As JSON, or as a notice of the office in Chinese. While a revision waits, these are the totals that would
     * move; the public sees the impact of revisions that are or were in force.
     *
     * @param agency code of the agency
     * @param year the report year
     * @param revision number of the revision
     * @param format format of the response; takes precedence over the Accept header
     */
    @GET
    @Blocking
    @Path("/{revision}/impact")
    @Produces({
        MediaType.APPLICATION_JSON,
        DocumentFormat.HTML_TYPE,
        DocumentFormat.DOCX_TYPE,
        DocumentFormat.PDF_TYPE,
        DocumentFormat.XLSX_TYPE,
        MediaType.WILDCARD
    })
    @RolesAllowed(Role.READER)
    @Operation(summary = "Get the impact of a revision on totals")
    @APIResponse(
            responseCode = "200",
            description = "The totals that moved",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Impact.class)))
    public Uni<Response> getImpact(
            @PathParam("agency") String agency,
            @PathParam("year") ReportYear year,
            @PathParam("revision") RevisionNumber revision,
            @QueryParam("format") DocumentFormat format,
            @Context HttpHeaders headers) {
        DocumentFormat wanted = DocumentFormat.of(format, headers);
        ImpactSubject subject = impacts.find(agency, year, revision.value());
        Client client = caller.client();
        Language language = wanted.isDocument() ? Language.ZH : caller.language();
        Uni<Impact> impact = movements.inTurn(client, () -> impacts.of(subject, client, language));
        return wanted.isDocument()
                ? impact.chain(found -> document(found, wanted, client))
                : impact.map(found -> Response.ok(found, MediaType.APPLICATION_JSON_TYPE)
                        .language(language.locale())
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + Caller.VARY)
                        .build());
    }

    private Uni<Response> document(Impact impact, DocumentFormat format, Client client) {
        OfficialDocument notice = ImpactNotice.of(impact, auditLog.now());
        String file = impact.agency().code() + "-" + impact.year() + "-" + impact.revision() + "-impact";
        return documents.write(format, notice, client).map(bytes -> {
            Response.ResponseBuilder response = Response.ok(bytes);
            format.headers(notice, file).forEach(response::header);
            return response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + Caller.VARY)
                    .build();
        });
    }
}
