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
import java.util.Arrays;
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
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
            "令牌的各部分应为规范的 base64url 编码，不带填充字符", "The parts of the token must be canonical base64url without padding");

    private static final Text REVOKED =
            new Text("令牌已于 %s 撤销，请向主管部门申请新的令牌", "The token was revoked at %s; ask the oversight office for a new one");

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();
    private final Revocations revocations;

    CheckedTokens(Revocations revocations) {
        this.revocations = revocations;
    }

    /**
     * Verifies a token. Its encoding and the types of its claims are checked first, because the parser converts some other types and
     * fails on the rest.
     *
     * @throws ParseException if the token is refused; its cause is a problem if the encoding, the claims or a revocation are the
     *     reason
     */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        refuse(fault(token));
        JwtContext verified = parser.parse(token, rules);
        TokenSubject subject =
                new TokenSubject(verified.getJoseObjects().get(0).getHeader("typ"), verified.getJwtClaims());
        refuse(Optional.ofNullable(subject.getTokenID())
                .flatMap(revocations::revokedAt)
                .map(REVOKED::with));
        return subject;
    }

    private static void refuse(Optional<Text> fault) throws ParseException {
        if (fault.isPresent()) {
            ProblemException problem = new ProblemException(ProblemType.UNAUTHENTICATED, fault.get());
            throw new ParseException(problem.getMessage(), problem);
        }
    }

    private static Optional<Text> fault(String token) throws ParseException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new ParseException("Not a signed token");
        }
        if (!Arrays.stream(parts).allMatch(CheckedTokens::isCanonical)) {
            return Optional.of(NOT_CANONICAL);
        }
        try {
            return TokenClaims.fault(JsonUtil.parseJson(Base64Url.decodeToUtf8String(parts[1])));
        } catch (JoseException noClaims) {
            throw new ParseException("The payload is not a JSON object", noClaims);
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
