package org.gongkai.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Text;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.ReservedClaimNames;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/**
 * Accepts a token if it is written canonically, its claims can be read, its signature is valid and it was not revoked. The
 * caller is the subject of the token.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class CheckedTokens extends JWTCallerPrincipalFactory {

    /** The number of parts of a signed token: header, payload and signature. */
    private static final int PARTS = 3;

    private static final Text NOT_CANONICAL = new Text(
            "令牌复制不完整，或者多出了字符：各部分应为规范的 base64url 编码，不带填充字符",
            "The token is not complete, or has other characters: its parts must be canonical base64url without padding");

    private static final Text INVALID = new Text(
            "令牌无效：复制不完整，或者不是本系统认可的令牌。请完整复制后重试，或者向主管部门申请新的令牌",
            "The token is invalid: it is not complete, or not one that this service accepts. Copy all of it, or ask the"
                    + " oversight office for a new one");

    private static final Text EXPIRED =
            new Text("令牌已于 %s（北京时间）过期，请使用新的令牌", "The token expired at %s, Beijing time; use a new one");

    private static final Text REVOKED = new Text(
            "令牌已于 %s（北京时间）撤销，请向主管部门申请新的令牌",
            "The token was revoked at %s, Beijing time; ask the oversight office for a new one");

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
    private final Revocations revocations;

    CheckedTokens(Revocations revocations) {
        this.revocations = revocations;
    }

    /**
     * Verifies a token. Its encoding and the types of its claims are checked first, because the parser converts some other types and
     * fails on the rest.
     *
     * @throws ParseException if the token is refused; its cause is a problem with the reason
     */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        refuse(fault(token));
        JwtContext verified = verify(token, rules);
        TokenSubject subject =
                new TokenSubject(verified.getJoseObjects().get(0).getHeader("typ"), verified.getJwtClaims());
        refuse(Optional.ofNullable(subject.getTokenID())
                .flatMap(revocations::revokedAt)
                .map(BeijingTime::toTheMinute)
                .map(REVOKED::with));
        return subject;
    }

    /** Verifies the signature, and then the other claims: that a token has expired is told to its holder only. */
    private JwtContext verify(String token, JWTAuthContextInfo rules) throws ParseException {
        try {
            return parser.parse(token, rules);
        } catch (ParseException refused) {
            throw refusal(reason(refused));
        }
    }

    private static Text reason(ParseException refused) {
        return refused.getCause() instanceof InvalidJwtException invalid && invalid.hasExpired()
                ? EXPIRED.with(
                        BeijingTime.toTheMinute(expiry(invalid.getJwtContext().getJwtClaims())))
                : INVALID;
    }

    private static Instant expiry(JwtClaims claims) {
        return Instant.ofEpochSecond(((Number) claims.getClaimValue(ReservedClaimNames.EXPIRATION_TIME)).longValue());
    }

    private static void refuse(Optional<Text> fault) throws ParseException {
        if (fault.isPresent()) {
            throw refusal(fault.get());
        }
    }

    private static ParseException refusal(Text reason) {
        ProblemException problem = new ProblemException(ProblemType.UNAUTHENTICATED, reason);
        return new ParseException(problem.getMessage(), problem);
    }

    private static Optional<Text> fault(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.of(INVALID);
        }
        if (!Arrays.stream(parts).allMatch(CheckedTokens::isCanonical)) {
            return Optional.of(NOT_CANONICAL);
        }
        try {
            return TokenClaims.fault(JsonUtil.parseJson(Base64Url.decodeToUtf8String(parts[1])));
        } catch (JoseException noClaims) {
            return Optional.of(INVALID);
        }
    }

    /**
     * Returns whether a part of a token is the only encoding of its bytes. The parser ignores padding, other characters
     * and surplus bits, so the same token could be written in many ways.
     */
    private static boolean isCanonical(String part) {
        return Base64Url.encode(Base64Url.decode(part)).equals(part);
    }

    /** A caller with the name in the claim {@code sub}. Other names in a token can be changed by their owners. */
    private static final class TokenSubject extends DefaultJWTCallerPrincipal {

        TokenSubject(String type, JwtClaims claims) {
            super(type, claims);
        }

        @Override
        public String getName() {
            return getSubject();
        }
    }
}
