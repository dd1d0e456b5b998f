package org.gongkai.filing.sandbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.store.SandboxConfig;
import org.gongkai.http.Caller;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.YearRanges;
import org.gongkai.registry.code.CodeCheck;
import org.gongkai.registry.reach.OwnReports;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.text.NameLength;
import org.jboss.resteasy.reactive.RestResponse;

/** The tests in the sandbox. */
@Path("/api/v1/sandbox/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sandbox")
public class SandboxResource {

    private final SandboxConfig config;
    private final Evidence evidence;
    private final OwnReports own;
    private final Access access;
    private final Caller caller;

    SandboxResource(SandboxConfig config, Evidence evidence, OwnReports own, Access access, Caller caller) {
        this.config = config;
        this.evidence = evidence;
        this.own = own;
        this.access = access;
        this.caller = caller;
    }

    /**
     * Lists test reports, the newest first: for a token of the sandbox those of its holder, for the oversight office all,
     * for a limited office those of its districts and years. A holder is a subject of tokens: several tokens with one
     * subject share a sandbox.
     *
     * @param holder subject of the tokens by which they were submitted
     * @param agency codes of the agencies
     * @param year report years: years, or ranges such as 2021..2024
     */
    @GET
    @Transactional
    @RolesAllowed({Role.SANDBOX, Role.OVERSIGHT})
    @Operation(summary = "List test reports")
    public RestResponse<Page<SandboxSubmission>> listTests(
            @QueryParam("holder")
                    @CheckedBy(HolderCheck.class)
                    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = NameLength.ACTOR))
                    String holder,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year,
            @BeanParam Paging paging) {
        Page<SandboxReport> page = paging.of(new ListQuery<>(
                (condition, sort, values) -> SandboxReport.find(condition, sort, values),
                criteria(holder, agency, year),
                ListOrder.<SandboxReport>byNumberDescending("number", report -> report.number)));
        return paging.answer(page.map(report -> SandboxSubmission.of(report, config.keep())));
    }

    /**
     * Deletes test reports with all their revisions: a token of the sandbox those of its holder, the oversight office those
     * that it sees. Without a filter by agency or year, a holder also begins the certification run again; so does the office
     * for the holder that it names. Real reports cannot be deleted.
     *
     * @param holder subject of the tokens by which they were submitted
     * @param agency codes of the agencies
     * @param year report years: years, or ranges such as 2021..2024
     */
    @DELETE
    @Transactional
    @RolesAllowed({Role.SANDBOX, Role.OVERSIGHT})
    @Operation(summary = "Delete test reports")
    public TestsDeleted deleteTests(
            @QueryParam("holder")
                    @CheckedBy(HolderCheck.class)
                    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = NameLength.ACTOR))
                    String holder,
            @QueryParam("agency") @CheckedBy(CodeCheck.class) List<String> agency,
            @QueryParam("year") @CheckedBy(YearRanges.Check.class) List<String> year) {
        Criteria criteria = criteria(holder, agency, year);
        long reports = SandboxReport.delete(criteria.condition(), criteria.values());
        boolean isFiltered = !ListParameter.values(agency).isEmpty() || year != null && !year.isEmpty();
        return new TestsDeleted(reports, isFiltered ? 0 : forget(holder));
    }

    private long forget(String holder) {
        if (access.isInSandbox()) {
            String self = caller.actor().name();
            return holder == null || holder.equals(self) ? evidence.forget(self) : 0;
        }
        return holder != null && access.isUnlimitedOversight() ? evidence.forget(holder) : 0;
    }

    private Criteria criteria(String holder, List<String> agency, List<String> year) {
        Criteria criteria = new Criteria()
                .and("holder = :holder", "holder", holder)
                .andIn("agency", "agency", ListParameter.values(agency))
                .andIn("year", "year", YearRanges.stored(year));
        if (access.isInSandbox()) {
            criteria.and("holder = :self", "self", caller.actor().name());
        } else {
            own.limit(criteria, "agency", "year");
        }
        return criteria;
    }
}
