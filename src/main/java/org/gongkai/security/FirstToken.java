package org.gongkai.security;

import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;

/** The file with the token of the oversight office, which the local issuer writes at each start. */
public final class FirstToken {

    private static final String NAME = "oversight.token";

    private FirstToken() {}

    /** Returns the file beside the signing key. */
    public static Path beside(Path signingKey) {
        return signingKey.resolveSibling(NAME);
    }

    /** Returns the file of a service with these settings. */
    public static Path of(Config config) {
        return config.getOptionalValue("gongkai.security.signing-key", Path.class)
                .map(FirstToken::beside)
                .orElseGet(() -> Path.of(config.getValue("gongkai.home", String.class), NAME));
    }
}
