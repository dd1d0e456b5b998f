package org.gongkai.filing.impact;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.http.Caller;
import org.gongkai.http.load.Client;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.security.YearScope;
import org.gongkai.statistics.movement.Movement;
import org.gongkai.statistics.movement.Movements;
import org.gongkai.text.Language;
import org.jboss.resteasy.reactive.RestResponse;

/** Questions about changes of reports that nobody has submitted. */
@Path("/api/v1/what-if")
@Tag(name = "reports")
public class WhatIfResource {

    private final ReportReader reader;
    private final Suppositions suppositions;
    private final Movements movements;
    private final Caller caller;
    private final Access access;

    WhatIfResource(ReportReader reader, Suppositions suppositions, Movements movements, Caller caller, Access access) {
        this.reader = reader;
        this.suppositions = suppositions;
        this.movements = movements;
        this.caller = caller;
        this.access = access;
    }

    /**
     * Returns the effect that changes of a report would have if the changed report came into force now: the rules that it
     * would break or keep, also in the agency's later reports that are compared with it, and the totals that would move, in
     * the agency's district and in all districts above it. Nothing is stored. The totals before are those of the reports
     * in force, as roll-ups and consolidated reports have them. A government's report moves no totals, because roll-ups
     * count departments only.
     *
     * @param body the report and its supposed changes
     */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SUBMITTER, Role.OVERSIGHT})
    @Operation(summary = "Ask for the effect of changes")
    public Uni<RestResponse<WhatIf>> askWhatIf(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WhatIfRequest.class)))
                    InputStream body)
            throws IOException {
        Supposition supposition = SuppositionReader.read(reader.parse(body), access.reach());
        YearScope years = access.years();
        Client client = caller.client();
        Language language = caller.language();
        return movements
                .inTurn(client, () -> answer(supposition, years, client, language))
                .map(answer -> RestResponse.ResponseBuilder.ok(answer)
                        .language(language.locale())
                        .header(HttpHeaders.VARY, Caller.VARY)
                        .build());
    }

    private WhatIf answer(Supposition supposition, YearScope years, Client client, Language language) {
        SupposedFindings supposed = suppositions.check(supposition, language);
        Movement movement = movements.ifInForce(
                client, supposition.agency(), supposition.year(), Optional.empty(), supposed.values());
        return WhatIf.of(supposed, movement.in(language), years);
    }
}
