package org.gongkai.filing.register;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.revision.WarningRules;
import org.gongkai.http.Caller;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.Flag;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.district.Districts;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.rules.Finding;
import org.gongkai.security.Access;
import org.gongkai.security.Role;

/** The register of explanations. */
@Path("/api/v1/explanations")
@Tag(name = "reports")
public class ExplanationResource {

    private static final String REPEATED = "repeated";

    private static final String LINES = """
            from ExplanationLine l
            join fetch l.agency a
            join fetch a.district
            where\s""";

    private final ReportReader reader;
    private final Access access;
    private final OwnReports own;
    private final AuditLog auditLog;
    private final Caller caller;

    ExplanationResource(ReportReader reader, Access access, OwnReports own, AuditLog auditLog, Caller caller) {
        this.reader = reader;
        this.access = access;
        this.own = own;
        this.auditLog = auditLog;
        this.caller = caller;
    }

    /**
     * Lists the explanations of warnings, by agency, year and time: for the oversight office those of all agencies, for an
     * agency its own, for a limited office those of its districts and years. Each has the finding that was explained, its
     * state, and how often the same wording was used: by how many agencies, and by this agency in how many years. Callers
     * who do not see all explanations receive the numbers of the agency alone. Every filter is optional; a list may repeat its parameter, or
     * separate its values by commas. Agencies are filtered by their current district. CSV and XLSX contain the complete
     * list.
     *
     * @param year report years: years, or ranges such as 2021..2024
     * @param rule ids of rules
     * @param agency codes of the agencies
     * @param district codes of districts that contain the agencies, directly or in a lower district
     * @param state state of the finding
     * @param repeated with true, only explanations whose wording was used more than once, those with the same wording
     *     together
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "List explanations of warnings")
    @APIResponse(
            responseCode = "200",
            description = "A page of the list; as CSV or XLSX, the complete list",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageExplanationRecord")))
    public Response listExplanations(
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @QueryParam("rule") @CheckedBy(WarningRules.class) List<String> rule,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("state") ExplanationState state,
            @QueryParam(REPEATED)
                    @CheckedBy(Flag.Check.class)
                    @Parameter(schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
                    String repeated,
            @BeanParam Paging paging,
            @BeanParam TableParameters format) {
        Set<String> agencies = ListParameter.values(agency);
        own.require(agencies);
        boolean repeatedOnly = Flag.of(REPEATED, repeated);
        Criteria criteria = new Criteria()
                .andIn("l.year", "year", YearRanges.stored(year))
                .andIn("l.rule", "rule", ListParameter.values(rule))
                .andIn("a.code", "agency", agencies)
                .andLike("a.district.path", "district", Districts.pathsWithin(ListParameter.values(district)))
                .and("l.state = :state", "state", state);
        own.limit(criteria, "a.code", "l.year");
        if (repeatedOnly) {
            criteria.and(access.isUnlimitedOversight() ? "l.uses > 1" : "l.ownUses > 1");
        }
        return inLanguage(format.answer(
                new ListQuery<>(
                        (condition, sort, values) -> ExplanationLine.find(LINES + condition, sort, values),
                        criteria,
                        order(repeatedOnly)),
                paging,
                this::entry,
                ExplanationTable.of(auditLog.now())));
    }

    private static ListOrder<ExplanationLine> order(boolean byWording) {
        return byWording
                ? ListOrder.<ExplanationLine>byCode("l.wording", line -> line.wording)
                        .thenByNumber("l.id", line -> line.id)
                : ListOrder.<ExplanationLine>byCode("a.code", line -> line.agency.code)
                        .thenByNumber("l.year", line -> line.year)
                        .thenByNumber("l.id", line -> line.id);
    }

    private ExplanationRecord entry(ExplanationLine line) {
        Optional<Finding> finding = Optional.ofNullable(line.fault).map(json -> reader.stored(json, Finding.class));
        return ExplanationRecord.of(line, finding, access.isUnlimitedOversight(), caller.language());
    }

    /** The messages of findings are in the language of the caller in every format. */
    private Response inLanguage(Response answer) {
        return Response.fromResponse(answer)
                .language(caller.language().locale())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.AUTHORIZATION)
                .build();
    }
}
