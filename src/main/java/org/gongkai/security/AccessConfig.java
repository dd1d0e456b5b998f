package org.gongkai.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of access control. */
@ConfigMapping(prefix = "gongkai.security")
public interface AccessConfig {

    /** Returns whether accepted reports and roll-ups can be read without a token. */
    @WithDefault("true")
    boolean publicRead();

    /** The file with the key of the local issuer. The service sets it if no identity provider is configured. */
    Optional<Path> signingKey();

    /** The validity of a token of the local issuer, unless the request for it specifies another one. */
    @WithDefault("30d")
    Duration tokenLifetime();
}
