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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gongkai.audit.AuditLog;
import org.gongkai.http.Caller;
import org.gongkai.http.body.Body;
import org.gongkai.http.listing.Criteria;
import org.gongkai.http.listing.Page;
import org.gongkai.http.listing.Paging;
import org.gongkai.security.AccessConfig;
import org.gongkai.security.IssuedToken;
import org.gongkai.security.Role;
import org.gongkai.security.TokenRights;
import org.gongkai.security.UnlimitedOversight;
import org.gongkai.text.BeijingTime;
import org.jboss.resteasy.reactive.RestResponse;

/** All tokens of the local issuer: those of the oversight office and of readers are issued here. */
@Path("/api/v1/tokens")
@Tag(name = "registry")
public class OfficeTokenResource {

    private final Tokens tokens;
    private final AccessConfig config;
    private final AuditLog auditLog;
    private final Caller caller;

    OfficeTokenResource(Tokens tokens, AccessConfig config, AuditLog auditLog, Caller caller) {
        this.tokens = tokens;
        this.config = config;
        this.auditLog = auditLog;
        this.caller = caller;
    }

    /**
     * Lists all tokens, the newest first, with those that are no longer accepted. The token that the service writes to a
     * file at each start is among them, issued by {@code system}.
     *
     * @param role role of the holders
     */
    @GET
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "List all tokens")
    public RestResponse<Page<TokenEntry>> listAllTokens(@QueryParam("role") TokenRole role, @BeanParam Paging paging) {
        Criteria criteria = new Criteria().and("role = :role", "role", role == null ? null : role.claim());
        return TokenLists.page(criteria, paging, auditLog.now());
    }

    /**
     * Signs a token of the oversight office, which may be limited to districts and years, or of a reader. If an identity
     * provider is configured, it issues the tokens, and this operation answers 404. The service does not store the token,
     * and cannot show it again.
     *
     * @param request the role, the holder and the limits
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Create a token for the office or a reader")
    public RestResponse<IssuedToken> makeOfficeToken(OfficeTokenRequest request) {
        tokens.requireIssuer();
        OfficeTokenRequest wanted = Body.required(request);
        RightsCheck check = new RightsCheck(BeijingTime.dayOf(auditLog.now()));
        TokenRights rights = check.ofOffice(wanted);
        Duration lifetime =
                DurationRange.LIFETIME.parse("/lifetime", wanted.lifetime(), config.tokenLifetime(), check.findings());
        check.refuse();
        return TokenResource.answer(tokens.issue(rights, lifetime, caller.actor()));
    }

    /**
     * Revokes any token. Every replica of the service refuses it within a minute, usually within seconds. Revoking it
     * again changes nothing.
     *
     * @param id claim {@code jti} of the token
     */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Revoke any token")
    public TokenEntry revokeAnyToken(@PathParam("id") String id) {
        return tokens.revoke(id, Optional.empty(), caller.actor());
    }

    /**
     * Signs a token with the rights of another one, which stays valid for a while, so that its holder can change to the
     * new one without a gap. Only a valid token can be replaced, and once (409).
     *
     * @param id claim {@code jti} of the token to replace
     * @param request the validity of the new token, and how long the old one stays valid; a day without a body
     */
    @POST
    @Path("/{id}/rotation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OVERSIGHT)
    @UnlimitedOversight
    @Operation(summary = "Replace any token")
    public RestResponse<IssuedToken> rotateAnyToken(
            @PathParam("id") String id, @RequestBody(required = false) RotationRequest request) {
        tokens.requireIssuer();
        RotationRequest wanted = Objects.requireNonNullElse(request, RotationRequest.DEFAULT);
        return TokenResource.answer(tokens.rotate(id, Optional.empty(), wanted, caller.actor()));
    }
}
