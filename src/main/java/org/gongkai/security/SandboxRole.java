package org.gongkai.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Takes every role from a token with the claim {@code sandbox}. That of a submitter gets the role of the sandbox instead, so
 * an operation that does not name this role refuses it: no operation can forget to do so.
 */
@ApplicationScoped
class SandboxRole implements SecurityIdentityAugmentor {

    /** Runs before {@link ReaderRole}, which looks at the roles. */
    @Override
    public int priority() {
        return 1;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom().item(isForSandbox(identity) ? inSandbox(identity) : identity);
    }

    private static boolean isForSandbox(SecurityIdentity identity) {
        return identity.getPrincipal() instanceof JsonWebToken token
                && JsonValue.TRUE.equals(token.<Object>getClaim(TokenClaims.SANDBOX));
    }

    private static SecurityIdentity inSandbox(SecurityIdentity identity) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addRoles(identity.hasRole(Role.SUBMITTER) ? Set.of(Role.SANDBOX) : Set.of())
                .build();
    }
}
