package org.gongkai.statistics;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.ReportYear;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.jboss.resteasy.reactive.RestResponse;

/** Consolidated reports. */
@Path("/api/v1/consolidated-reports")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "statistics")
public class ConsolidatedReportResource {

    private final Consolidations consolidations;
    private final Caller caller;
    private final Access access;
    private final Clock clock;

    ConsolidatedReportResource(Consolidations consolidations, Caller caller, Access access, Clock clock) {
        this.consolidations = consolidations;
        this.caller = caller;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Adds the whole statutory form up over the departments of a district and of all that lies in it: what its government reports under
     * Articles 49 and 50 of the Regulations on Open Government Information. Only reports in force are added up, and a government's own
     * never is, as it already contains its departments'; where the district's government has one, it is compared with the sum
     * instead.
     *
     * @param year the report year, on whose form the sum is
     */
    @GET
    @Path("/{year}")
    @RolesAllowed(Role.READER)
    @Operation(summary = "Consolidate the reports of a district")
    public RestResponse<ConsolidatedReport> getConsolidatedReport(
            @PathParam("year") ReportYear year, @BeanParam ConsolidationParameters parameters) {
        Consolidation made = consolidations.answer(year, parameters, clock.instant());
        return caller.spokenTo(
                        RestResponse.ResponseBuilder.ok(ConsolidatedReport.of(made, access.reach(), caller.language())))
                .build();
    }
}
