package org.gongkai.filing.revalidation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.form.statutory.Forms;
import org.gongkai.http.Caller;
import org.gongkai.http.body.Body;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.ListOrder;
import org.gongkai.http.listing.ListQuery;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.district.Districts;
import org.gongkai.rules.Finding;
import org.gongkai.security.Role;
import org.gongkai.security.UnlimitedOversight;
import org.gongkai.text.Language;
import org.gongkai.text.Text;
import org.hibernate.Session;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs that check stored reports with the current rule book. */
@Path("/api/v1/revalidations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class RevalidationResource {

    private static final Text YEARS =
            new Text("最多 %s 个报告年度", "Must be at most %s report years").with(RevalidationRequest.MAX_YEARS);
    private static final Text NO_FORM = new Text("没有适用的格式，最早的年度是 %s", "No form covers it; the first year is %s");

    private final RevalidationRuns runs;
    private final ReportReader reader;
    private final Session session;
    private final Caller caller;

    RevalidationResource(RevalidationRuns runs, ReportReader reader, Session session, Caller caller) {
        this.runs = runs;
        this.reader = reader;
        this.session = session;
        this.caller = caller;
    }

    /**
     * Starts to check stored reports with the current rule book: the revisions in force, and those that wait for a decision.
     * The run goes on in the background, survives a restart of the service, and lets submissions go on. It replaces the
     * findings about a revision, and never its content, status, hash or receipt. An explanation stays valid as long as the
     * same numbers are compared. A report that breaks a rule which has become an error stays in force, and the finding is
     * shown. Warnings that were added put a report in force on the work list. One run goes on at a time.
     *
     * @param request the reports to check
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @UnlimitedOversight
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Check stored reports again")
    @APIResponse(
            responseCode = "202",
            description = "Started. Its address is in the header Location",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RevalidationEntry.class)))
    public RestResponse<RevalidationEntry> startRevalidation(RevalidationRequest request) {
        RevalidationRequest given = Body.required(request);
        refuseFaults(given.years());
        Optional.ofNullable(given.district()).ifPresent(Districts::require);
        boolean ofAllYears = given.years() == null || given.years().isEmpty();
        Revalidation run = runs.start(
                ofAllYears ? null : given.years().stream().distinct().sorted().toList(),
                given.district(),
                caller.actor());
        return RestResponse.ResponseBuilder.create(RestResponse.Status.ACCEPTED, entry(run))
                .header(HttpHeaders.LOCATION, "/api/v1/revalidations/" + run.id)
                .build();
    }

    private static void refuseFaults(List<Integer> years) {
        List<Finding> faults = new ArrayList<>();
        if (years != null && years.size() > RevalidationRequest.MAX_YEARS) {
            faults.add(Finding.ofShape("/years", null, YEARS));
        }
        for (int index = 0; years != null && faults.isEmpty() && index < years.size(); index++) {
            if (years.get(index) == null || Forms.of(years.get(index)).isEmpty()) {
                faults.add(Finding.ofShape("/years/" + index, null, NO_FORM.with(String.valueOf(Forms.firstYear()))));
            }
        }
        ProblemException.refuse(ProblemType.INVALID_ENTRY, faults);
    }

    /** Lists the runs, the newest first. */
    @GET
    @Transactional
    @UnlimitedOversight
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List revalidations")
    public RestResponse<Page<RevalidationEntry>> listRevalidations(@BeanParam Paging paging) {
        Page<Revalidation> page = paging.of(new ListQuery<>(
                (condition, sort, values) -> Revalidation.find(condition, sort, values),
                new Criteria(),
                ListOrder.<Revalidation>byNumberDescending("id", run -> run.id)));
        return paging.answer(page.map(this::entry));
    }

    /**
     * Returns a run with its progress.
     *
     * @param id number of the run
     */
    @GET
    @Path("/{id}")
    @Transactional
    @UnlimitedOversight
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Get a revalidation")
    public RevalidationEntry getRevalidation(@PathParam("id") RevalidationNumber id) {
        return entry(require(id));
    }

    /**
     * Cancels a run. Reports that were checked keep their new findings.
     *
     * @param id number of the run
     */
    @DELETE
    @Path("/{id}")
    @Transactional
    @UnlimitedOversight
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Cancel a revalidation")
    public RevalidationEntry cancelRevalidation(@PathParam("id") RevalidationNumber id) {
        return entry(runs.cancel(id.value(), caller.actor()));
    }

    /**
     * Lists the findings that a run has added or removed, the newest change first.
     *
     * @param id number of the run
     */
    @GET
    @Path("/{id}/changes")
    @Transactional
    @UnlimitedOversight
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "List the changes of a revalidation")
    public RestResponse<Page<RevalidationChangeEntry>> listRevalidationChanges(
            @PathParam("id") RevalidationNumber id, @BeanParam Paging paging) {
        Language language = caller.language();
        Page<RevalidationChange> page = paging.of(new ListQuery<>(
                (condition, sort, values) -> RevalidationChange.find(condition, sort, values),
                new Criteria().and("revalidation = :run", "run", require(id).id),
                ListOrder.<RevalidationChange>byNumberDescending("id", change -> change.id)));
        return paging.answer(page.map(change -> RevalidationChangeEntry.of(change, reader, language)));
    }

    private RevalidationEntry entry(Revalidation run) {
        return RevalidationEntry.of(run, RuleCounts.of(session, run.id));
    }

    private static Revalidation require(RevalidationNumber id) {
        return Revalidation.<Revalidation>findByIdOptional(id.value())
                .orElseThrow(() -> ProblemException.of(ProblemType.UNKNOWN_REVALIDATION));
    }
}
