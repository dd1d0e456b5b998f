package org.gongkai.filing.sandbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.filing.certification.TestCase;
import org.gongkai.http.Caller;
import org.gongkai.http.parameter.CheckedBy;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.security.Access;
import org.gongkai.security.Role;
import org.gongkai.text.NameLength;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.RestResponse;

/** The certification run of a vendor. */
@Path("/api/v1/sandbox/certification")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sandbox")
public class CertificationResource {

    private static final String HOLDER = "holder";

    private static final Text MISSING = new Text(
            "主管部门须指明令牌的持有人（令牌的 sub）", "The oversight office must name the holder: the subject of the test token");

    private final Access access;
    private final Caller caller;

    CertificationResource(Access access, Caller caller) {
        this.access = access;
        this.caller = caller;
    }

    /**
     * Returns which cases of the certification the holder of a test token has shown, as derived from the requests that it
     * sent. A token of the sandbox sees its own run; the oversight office, with a token that is not limited to districts or
     * years, names the holder.
     *
     * @param holder subject of the test token; only the oversight office may name another one than its own
     */
    @GET
    @Transactional
    @RolesAllowed({Role.SANDBOX, Role.OVERSIGHT})
    @Operation(summary = "Get the state of a certification run")
    public RestResponse<Certification> getCertification(
            @QueryParam(HOLDER)
                    @CheckedBy(HolderCheck.class)
                    @Parameter(schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = NameLength.ACTOR))
                    String holder) {
        String of = holder(holder);
        Map<TestCase, ShownCase> shown = ShownCase.<ShownCase>list("id.holder", of).stream()
                .collect(Collectors.toMap(evidence -> evidence.id.shown(), Function.identity()));
        return caller.withContentLanguage(
                        RestResponse.ResponseBuilder.ok(Certification.of(of, shown, caller.language())))
                .build();
    }

    private String holder(String asked) {
        if (!access.isInSandbox()) {
            access.requireUnlimitedOversight();
            if (asked == null) {
                throw ProblemException.ofParameter(ParameterFault.invalid(HOLDER, null, MISSING));
            }
            return asked;
        }
        String self = caller.actor().name();
        if (asked != null && !asked.equals(self)) {
            throw ProblemException.of(ProblemType.FORBIDDEN);
        }
        return self;
    }
}
