package org.gongkai.security.login;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The settings of the login of the pages. */
@ConfigMapping(prefix = "gongkai.login")
public interface LoginConfig {

    /** Returns the identity provider at which readers log in. Without it, they paste a token. */
    Optional<URI> issuer();

    /** Returns the name under which the provider knows the pages. */
    @WithDefault("gongkai-pages")
    String clientId();

    /** Returns the scopes that the pages ask for, with blanks between. */
    @WithDefault("openid profile")
    String scope();
}
