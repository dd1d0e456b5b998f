package org.gongkai.filing.scoreboard;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.csv.Csv;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.problem.ParameterFault;
import org.gongkai.publication.DocumentFormat;
import org.gongkai.publication.table.TableParameters;
import org.gongkai.registry.agency.AgencyKind;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.Role;

/** The scoreboard. */
@Path("/api/v1/scoreboard")
@Tag(name = "cycles")
public class ScoreboardResource {

    /** Checks the keys to group by. */
    @ApplicationScoped
    static class KeyCheck implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return ListParameter.unknown(name, values, ScoreboardKey.codes());
        }
    }

    private final Scoreboard scoreboard;
    private final OwnReports own;
    private final AuditLog auditLog;

    ScoreboardResource(Scoreboard scoreboard, OwnReports own, AuditLog auditLog) {
        this.scoreboard = scoreboard;
        this.own = own;
        this.auditLog = auditLog;
    }

    /**
     * Counts how reports were submitted: on time, late or not at all, how often they were refused, returned, corrected
     * and withdrawn, and their warnings, also by rule. The numbers are those of now. An agency reads its own numbers,
     * and a limited office those of its districts and years.
     * Every filter is optional; a list may repeat its parameter, or separate its values by commas. CSV and XLSX contain
     * the complete list.
     *
     * @param year report years: years, or ranges such as 2021..2024
     * @param groupBy the keys to group by: year, district, category, agency, rule; repeated, or separated by commas; one
     *     row for everything if omitted
     * @param district codes of districts that contained the agencies when the year was opened, directly or in a lower
     *     district
     * @param category codes of the categories of the agencies on the roster
     * @param agency codes of the agencies
     * @param kind kind of the agencies
     */
    @GET
    @Produces({MediaType.APPLICATION_JSON, Csv.MEDIA_TYPE, DocumentFormat.XLSX_TYPE, MediaType.WILDCARD})
    @Transactional
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Count how reports were submitted")
    @APIResponse(
            responseCode = "200",
            description = "A page of the rows, sorted by their keys; as CSV or XLSX, all rows",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "PageScoreboardRow")))
    public Response getScoreboard(
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @QueryParam("groupBy") @CheckedBy(KeyCheck.class) List<String> groupBy,
            @QueryParam("district") @CheckedBy(CodeCheck.class) List<String> district,
            @QueryParam("category") @CheckedBy(CodeCheck.class) List<String> category,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("kind") AgencyKind kind,
            @BeanParam Paging paging,
            @BeanParam TableParameters format) {
        Set<String> agencies = ListParameter.values(agency);
        own.require(agencies);
        Instant now = auditLog.now();
        Set<ScoreboardKey> keys =
                ListParameter.values(groupBy).stream().map(ScoreboardKey::of).collect(Collectors.toSet());
        ScoreboardQuery query = new ScoreboardQuery(
                keys,
                YearRanges.checked(year),
                ListParameter.values(district),
                ListParameter.values(category),
                agencies,
                kind,
                own.limits(),
                now);
        return format.answer(
                () -> paging.of(scoreboard.rows(query), ScoreboardRow::key),
                () -> paging.whole(scoreboard.rows(query)),
                paging,
                ScoreboardTable.of(keys, now));
    }
}
