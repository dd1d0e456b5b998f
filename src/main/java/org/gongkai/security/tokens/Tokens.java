package org.gongkai.security.tokens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.audit.AuditEntry;
import org.gongkai.audit.AuditLog;
import org.gongkai.audit.EventType;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.rules.Finding;
import org.gongkai.security.Actor;
import org.gongkai.security.IssuedToken;
import org.gongkai.security.LocalIssuer;
import org.gongkai.security.TokenRights;
import org.gongkai.text.Text;

/** Issues and revokes the tokens of the local issuer, and records them. */
@ApplicationScoped
public class Tokens {

    private final LocalIssuer issuer;
    private final AuditLog auditLog;
    private final Event<TokenRevoked> revoked;

    Tokens(LocalIssuer issuer, AuditLog auditLog, Event<TokenRevoked> revoked) {
        this.issuer = issuer;
        this.auditLog = auditLog;
        this.revoked = revoked;
    }

    /**
     * Refuses to issue tokens if there is an identity provider.
     *
     * @throws ProblemException if the local issuer is off
     */
    void requireIssuer() {
        if (!issuer.isOn()) {
            throw new ProblemException(
                    ProblemType.UNKNOWN_RESOURCE,
                    new Text("令牌由身份认证方签发，本地签发已关闭", "The identity provider issues the tokens; the local issuer is off"));
        }
    }

    /** Issues the token of the office for the file that a start of the service writes. It is listed, without an event. */
    @Transactional
    public IssuedToken issueFirst(Duration lifetime) {
        return record(TokenRights.ofOffice(), lifetime, null, Actor.SYSTEM);
    }

    /** Issues a token. */
    @Transactional
    public IssuedToken issue(TokenRights rights, Duration lifetime, Actor actor) {
        IssuedToken token = record(rights, lifetime, null, actor);
        log(EventType.TOKEN_ISSUED, rights, details(token, rights), actor);
        return token;
    }

    /**
     * Issues a token with the rights of another one, which stays valid for a while.
     *
     * @param request the validity of the new token, and how long the other one stays valid
     * @throws ProblemException if the other one is not valid, or was replaced already
     */
    @Transactional
    IssuedToken rotate(String id, Optional<String> agency, RotationRequest request, Actor actor) {
        RecordedToken old = require(id, agency);
        Instant now = auditLog.now();
        if (old.state(now) != TokenState.VALID) {
            throw new ProblemException(
                    ProblemType.ILLEGAL_TRANSITION,
                    new Text("令牌的状态是 %s，只有 VALID 的令牌才能更换", "The token is %s; only a VALID one can be replaced")
                            .with(old.state(now)));
        }
        List<Finding> findings = new ArrayList<>();
        Duration lifetime = DurationRange.LIFETIME.parse(
                "/lifetime", request.lifetime(), Duration.between(old.issuedAt, old.expiresAt), findings);
        Duration overlap = DurationRange.OVERLAP.parse("/overlap", request.overlap(), Duration.ofDays(1), findings);
        ProblemException.refuse(ProblemType.INVALID_ENTRY, findings);
        IssuedToken next = record(old.rights(), lifetime, old.id, actor);
        log(EventType.TOKEN_ISSUED, old.rights(), details(next, old.rights()), actor);
        revoke(old, now.plus(overlap), actor);
        return next;
    }

    /** Revokes a token at once. A token that is revoked or has expired stays as it is. */
    @Transactional
    TokenEntry revoke(String id, Optional<String> agency, Actor actor) {
        RecordedToken token = require(id, agency);
        Instant now = auditLog.now();
        TokenState state = token.state(now);
        if (state == TokenState.VALID || state == TokenState.REPLACED) {
            revoke(token, now, actor);
        }
        return TokenEntry.of(token, now);
    }

    private void revoke(RecordedToken token, Instant from, Actor actor) {
        token.revokedAt = from;
        token.revokedBy = actor.name();
        log(EventType.TOKEN_REVOKED, token.rights(), Map.of("id", token.id, "revokedAt", from), actor);
        revoked.fire(new TokenRevoked(token.id, from, token.expiresAt));
    }

    /** Finds a token, and locks it against other changes until the transaction ends. */
    private static RecordedToken require(String id, Optional<String> agency) {
        return RecordedToken.<RecordedToken>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .<RecordedToken>firstResultOptional()
                .filter(token -> agency.isEmpty() || token.agencies.contains(agency.get()))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.UNKNOWN_RESOURCE, new Text("没有令牌 %s", "There is no token %s").with(id)));
    }

    private IssuedToken record(TokenRights rights, Duration lifetime, String replaces, Actor actor) {
        IssuedToken issued = issuer.sign(rights, lifetime);
        RecordedToken token = new RecordedToken();
        token.id = issued.id();
        token.role = rights.role();
        token.subject = rights.subject();
        token.agencies = rights.agencies();
        token.districts = rights.districts();
        token.years = rights.years();
        token.sandbox = rights.sandbox();
        token.issuedAt = issued.expiresAt().minus(lifetime);
        token.issuedBy = actor.name();
        token.expiresAt = issued.expiresAt();
        token.replaces = replaces;
        token.persist();
        return issued;
    }

    /** Records an event about the agency under which a token was issued. */
    private void log(EventType type, TokenRights rights, Map<String, ?> after, Actor actor) {
        Optional<String> agency = rights.agencies().stream().findFirst();
        AuditEntry entry =
                AuditEntry.of(type, agency.map(code -> "agencies/" + code).orElse("tokens"), null, after);
        auditLog.record(agency.map(entry::about).orElse(entry), actor);
    }

    private static Map<String, Object> details(IssuedToken token, TokenRights rights) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("id", token.id());
        details.put("expiresAt", token.expiresAt());
        details.put("role", rights.role());
        details.put("subject", rights.subject());
        details.put("agencies", rights.agencies());
        details.put("districts", rights.districts());
        details.put("years", rights.years());
        if (rights.sandbox()) {
            details.put("sandbox", true);
        }
        return details;
    }
}
