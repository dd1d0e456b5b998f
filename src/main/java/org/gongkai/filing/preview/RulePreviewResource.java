package org.gongkai.filing.preview;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.http.Caller;
import org.gongkai.http.body.Body;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Turns;
import org.gongkai.security.Role;
import org.gongkai.text.Language;
import org.jboss.resteasy.reactive.RestResponse;

/** Previews of a changed rule book. */
@Path("/api/v1/rule-previews")
@Tag(name = "reports")
public class RulePreviewResource {

    private final PreviewCheck check;
    private final RulePreviews previews;
    private final LoadControl load;
    private final Caller caller;

    RulePreviewResource(PreviewCheck check, RulePreviews previews, LoadControl load, Caller caller) {
        this.check = check;
        this.previews = previews;
        this.load = load;
        this.caller = caller;
    }

    /**
     * Returns what a changed rule book would find in stored reports, before it becomes official: other severities or
     * thresholds, or rules that are off. Nothing is stored. The reports are those in force and those that wait for a
     * decision, at most 5,000; a token that is limited to districts or years previews their reports only. The findings
     * before are those of the current rule book, which a report may still lack if it was stored under an older one. A
     * preview counts as a large query in the limits of the service.
     *
     * @param request the reports to check, and the changes of rules
     */
    @POST
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Preview a changed rule book")
    public Uni<RestResponse<RulePreview>> previewRules(RulePreviewRequest request) {
        RulePreviewRequest given = Body.required(request);
        PreviewQuestion question = QuarkusTransaction.requiringNew().call(() -> check.checked(given));
        Language language = caller.language();
        return Turns.run(load.largeQueries(), caller.client(), () -> previews.of(question, language))
                .map(preview -> RestResponse.ResponseBuilder.ok(preview)
                        .language(language.locale())
                        .header(HttpHeaders.VARY, Caller.VARY)
                        .build());
    }
}
