package org.gongkai.security.tokens;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.http.Caller;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.registry.Agencies;
import org.gongkai.registry.Agency;
import org.gongkai.rules.Finding;
import org.gongkai.security.AccessConfig;
import org.gongkai.security.IssuedToken;
import org.gongkai.security.LocalIssuer;
import org.gongkai.security.Role;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.RestResponse;

/** Tokens of the local issuer. */
@Path("/api/v1/agencies/{code}/tokens")
@Tag(name = "registry")
public class TokenResource {

    private static final Duration MIN_LIFETIME = Duration.ofMinutes(1);
    private static final Duration MAX_LIFETIME = Duration.ofDays(366);

    private final LocalIssuer issuer;
    private final AccessConfig config;
    private final AuditLog auditLog;
    private final Caller caller;

    TokenResource(LocalIssuer issuer, AccessConfig config, AuditLog auditLog, Caller caller) {
        this.issuer = issuer;
        this.config = config;
        this.auditLog = auditLog;
        this.caller = caller;
    }

    /**
     * Signs a token that submits the reports of one agency. If an identity provider is configured, it issues the
     * tokens, and this operation answers 404. The service does not store the token, and cannot show it again. An agency
     * that has ended receives a token only if the request says so.
     *
     * @param code code of the agency
     * @param request the validity of the token; without a body, the configured one
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @Operation(summary = "Create a token for an agency")
    public RestResponse<IssuedToken> makeToken(
            @PathParam("code") String code, @RequestBody(required = false) TokenRequest request) {
        if (!issuer.isOn()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_RESOURCE,
                    new Text("令牌由身份认证方签发，本地签发已关闭", "The identity provider issues the tokens; the local issuer is off"));
        }
        Agency agency = Agencies.require(code);
        if (request == null || !request.allowsEnded()) {
            refuseEnded(agency);
        }
        IssuedToken token = issuer.forAgency(agency.code, lifetime(request));
        auditLog.record(
                AuditEntry.of(
                                EventType.TOKEN_ISSUED,
                                "agencies/" + code,
                                null,
                                Map.of("id", token.id(), "expiresAt", token.expiresAt()))
                        .about(code),
                caller.actor());
        return RestResponse.ResponseBuilder.ok(token)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void refuseEnded(Agency agency) {
        if (agency.validTo != null && agency.validTo.isBefore(BeijingTime.dayOf(auditLog.now()))) {
            throw ProblemException.ofFindings(
                    ProblemType.INVALID_ENTRY,
                    List.of(Finding.ofShape(
                            "/allowEnded",
                            null,
                            new Text(
                                            "该机关已于 %s 终止；仍需签发令牌的，请将 allowEnded 设为 true",
                                            "The agency ended on %s; to issue a token nevertheless, set allowEnded to true")
                                    .with(agency.validTo))));
        }
    }

    private Duration lifetime(TokenRequest request) {
        return request == null || request.lifetime() == null
                ? config.tokenLifetime()
                : parse(request.lifetime())
                        .filter(lifetime ->
                                lifetime.compareTo(MIN_LIFETIME) >= 0 && lifetime.compareTo(MAX_LIFETIME) <= 0)
                        .orElseThrow(() -> ProblemException.ofFindings(
                                ProblemType.INVALID_ENTRY,
                                List.of(Finding.ofShape(
                                        "/lifetime",
                                        null,
                                        new Text(
                                                        "应为 %s 至 %s 的时长（ISO 8601）",
                                                        "Must be an ISO 8601 duration from %s to %s")
                                                .with(MIN_LIFETIME, "P366D")))));
    }

    private static Optional<Duration> parse(String lifetime) {
        try {
            return Optional.of(Duration.parse(lifetime));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
