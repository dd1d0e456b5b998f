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
import java.util.Optional;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.jose4j.base64url.Base64Url;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.lang.JoseException;

/** Accepts a token if its claims can be read and its signature is valid. The caller is the subject of the token. */
@ApplicationScoped
@Alternative
@Priority(1)
class CheckedTokens extends JWTCallerPrincipalFactory {

    /** The number of parts of a signed token: header, payload and signature. */
    private static final int PARTS = 3;

    private final DefaultJWTTokenParser parser = new DefaultJWTTokenParser();

    /**
     * Verifies a token. The types of its claims are checked first, because the parser converts some other types and
     * fails on the rest.
     *
     * @throws ParseException if the token is refused; its cause is a problem if the claims are the reason
     */
    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
        Optional<Text> fault = faultOfClaims(token);
        if (fault.isPresent()) {
            ProblemException problem = new ProblemException(ProblemType.UNAUTHENTICATED, fault.get());
            throw new ParseException(problem.getMessage(), problem);
        }
        JwtContext verified = parser.parse(token, rules);
        return new TokenSubject(verified.getJoseObjects().get(0).getHeader("typ"), verified.getJwtClaims());
    }

    private static Optional<Text> faultOfClaims(String token) throws ParseException {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            throw new ParseException("Not a signed token");
        }
        try {
            return TokenClaims.fault(JsonUtil.parseJson(Base64Url.decodeToUtf8String(parts[1])));
        } catch (JoseException noClaims) {
            throw new ParseException("The payload is not a JSON object", noClaims);
        }
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
