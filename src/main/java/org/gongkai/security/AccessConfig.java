package org.gongkai.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Who may do what. */
@ConfigMapping(prefix = "gongkai.security")
public interface AccessConfig {

    /** Whether accepted reports and roll-ups can be read without a token. */
    @WithDefault("true")
    boolean publicRead();

    /** The key that the local issuer signs with. Set by the service itself where no identity provider is configured. */
    Optional<Path> signingKey();

    /** How long a token of the local issuer is valid, unless its request says otherwise. */
    @WithDefault("30d")
    Duration tokenLifetime();
}
