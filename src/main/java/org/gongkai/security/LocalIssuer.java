package org.gongkai.security;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.Claims;

/** Signs tokens in installations without an identity provider. */
@ApplicationScoped
public class LocalIssuer {

    private final Optional<SigningKey> key;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    LocalIssuer(
            AccessConfig config,
            @ConfigProperty(name = "mp.jwt.verify.issuer") String issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") List<String> audiences,
            Clock clock) {
        this.key = config.signingKey().map(LocalIssuer::read);
        this.issuer = issuer;
        this.audience = audiences.get(0);
        this.clock = clock;
    }

    private static SigningKey read(Path file) {
        try {
            return SigningKey.at(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the issuer has a key. */
    public boolean isOn() {
        return key.isPresent();
    }

    /** Signs a token. The caller records it, so that it can be revoked. */
    public IssuedToken sign(TokenRights rights, Duration lifetime) {
        JwtClaimsBuilder claims = Jwt.subject(rights.subject()).groups(rights.role());
        claim(claims, TokenClaims.AGENCIES, rights.agencies());
        claim(claims, TokenClaims.DISTRICTS, rights.districts());
        claim(claims, TokenClaims.YEARS, rights.years());
        if (rights.sandbox()) {
            claims.claim(TokenClaims.SANDBOX, true);
        }
        return sign(claims, lifetime);
    }

    private static void claim(JwtClaimsBuilder claims, String name, List<?> values) {
        if (!values.isEmpty()) {
            claims.claim(name, values);
        }
    }

    private IssuedToken sign(JwtClaimsBuilder claims, Duration lifetime) {
        SigningKey signing = key.orElseThrow(() -> new IllegalStateException("The local issuer is off"));
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(lifetime);
        String id = UUID.randomUUID().toString();
        String token = claims.issuer(issuer)
                .claim(Claims.jti, id)
                .audience(audience)
                .issuedAt(now)
                .expiresAt(expiresAt)
                .jws()
                .keyId(signing.id())
                .sign(signing.privateKey());
        return new IssuedToken(id, token, expiresAt);
    }
}
