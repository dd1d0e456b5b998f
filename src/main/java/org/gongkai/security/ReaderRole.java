package org.gongkai.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Adds the reader role: to every caller if reading is public, otherwise to callers with another role. */
@ApplicationScoped
class ReaderRole implements SecurityIdentityAugmentor {

    private final AccessConfig config;

    ReaderRole(AccessConfig config) {
        this.config = config;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        boolean reads = config.publicRead() || identity.hasRole(Role.SUBMITTER) || identity.hasRole(Role.OVERSIGHT);
        return Uni.createFrom()
                .item(
                        reads
                                ? QuarkusSecurityIdentity.builder(identity)
                                        .addRole(Role.READER)
                                        .build()
                                : identity);
    }
}
