package org.gongkai.security.tokens;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.Caller;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.registry.agency.Agencies;
import org.gongkai.registry.agency.Agency;
import org.gongkai.security.AccessConfig;
import org.gongkai.security.IssuedToken;
import org.gongkai.security.Role;
import org.gongkai.security.TokenRights;
import org.gongkai.security.UnlimitedOversight;
import org.gongkai.text.BeijingTime;
import org.jboss.resteasy.reactive.RestResponse;

/** The tokens of the local issuer for agencies. */
@Path("/api/v1/agencies/{code}/tokens")
@Tag(name = "registry")
public class TokenResource {

    private final Tokens tokens;
    private final AccessConfig config;
    private final AuditLog auditLog;
    private final Caller caller;

    TokenResource(Tokens tokens, AccessConfig config, AuditLog auditLog, Caller caller) {
        this.tokens = tokens;
        this.config = config;
        this.auditLog = auditLog;
        this.caller = caller;
    }

    /**
     * Lists the tokens that name an agency, the newest first, with those that are no longer accepted. The tokens
     * themselves are not stored. This and all operations on tokens need a token of the oversight office that is not
     * limited to districts or years.
     *
     * @param code code of the agency
     */
    @GET
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "List the tokens of an agency")
    public RestResponse<Page<TokenEntry>> listTokens(@PathParam("code") String code, @BeanParam Paging paging) {
        Agencies.require(code);
        return TokenLists.page(
                new Criteria().and("sql('array_position(?, ?)', agencies, :code) is not null", "code", code),
                paging,
                auditLog.now());
    }

    /**
     * Signs a token that submits the reports of an agency, and of further agencies and districts if the request names
     * them. If an identity provider is configured, it issues the tokens, and this operation answers 404. The service does
     * not store the token, and cannot show it again; only a repetition with the same Idempotency-Key gets it, for 24 hours.
     * An agency that has ended receives a token only if the request says so. A token for the sandbox submits tests, by which
     * a vendor shows that its software is ready: nothing of them counts.
     *
     * @param code code of the agency
     * @param request the validity and the rights of the token; without a body, the configured validity, and the agency alone
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Create a token for an agency")
    public RestResponse<IssuedToken> makeToken(
            @PathParam("code") String code, @RequestBody(required = false) TokenRequest request) {
        tokens.requireIssuer();
        Agency agency = Agencies.require(code);
        TokenRequest wanted = Objects.requireNonNullElse(request, TokenRequest.DEFAULT);
        RightsCheck check = new RightsCheck(BeijingTime.dayOf(auditLog.now()));
        TokenRights rights = check.ofAgency(agency, wanted);
        Duration lifetime =
                DurationRange.LIFETIME.parse("/lifetime", wanted.lifetime(), config.tokenLifetime(), check.findings());
        check.refuse();
        return answer(tokens.issue(rights, lifetime, caller.actor()));
    }

    /**
     * Revokes a token that names the agency. Every replica of the service refuses it within a minute, usually within
     * seconds. Revoking it again changes nothing.
     *
     * @param code code of the agency
     * @param id claim {@code jti} of the token
     */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Revoke a token of an agency")
    public TokenEntry revokeToken(@PathParam("code") String code, @PathParam("id") String id) {
        return tokens.revoke(id, Optional.of(code), caller.actor());
    }

    /**
     * Signs a token with the rights of another one, which stays valid for a while, so that its holder can change to the
     * new one without a gap. Only a valid token can be replaced, and once (409).
     *
     * @param code code of the agency
     * @param id claim {@code jti} of the token to replace
     * @param request the validity of the new token, and how long the old one stays valid; a day without a body
     */
    @POST
    @Path("/{id}/rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Replace a token of an agency")
    public RestResponse<IssuedToken> rotateToken(
            @PathParam("code") String code,
            @PathParam("id") String id,
            @RequestBody(required = false) RotationRequest request) {
        tokens.requireIssuer();
        RotationRequest wanted = Objects.requireNonNullElse(request, RotationRequest.DEFAULT);
        return answer(tokens.rotate(id, Optional.of(code), wanted, caller.actor()));
    }

    /** Returns the answer with a token, which no cache may store. */
    static RestResponse<IssuedToken> answer(IssuedToken token) {
        return RestResponse.ResponseBuilder.ok(token)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
