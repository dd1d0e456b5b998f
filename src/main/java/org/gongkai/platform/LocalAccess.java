package org.gongkai.platform;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.gongkai.security.AccessConfig;
import org.gongkai.security.FirstToken;
import org.gongkai.security.LocalIssuer;
import org.gongkai.security.PrivateFile;
import org.gongkai.security.SigningKey;
import org.gongkai.security.tokens.Tokens;
import org.jboss.logging.Logger;

/** Sets up access if no identity provider is configured: a local signing key, and a first token in a file. */
@ApplicationScoped
class LocalAccess {

    private static final Logger LOG = Logger.getLogger(LocalAccess.class);

    /** The default issuer and audience of the tokens. */
    private static final String DEFAULT_NAME = "gongkai";

    /** The lifetime of the first token. A new one is written at every start. */
    private static final Duration OVERSIGHT_LIFETIME = Duration.ofDays(366);

    private final LocalIssuer issuer;
    private final Tokens tokens;
    private final AccessConfig config;

    LocalAccess(LocalIssuer issuer, Tokens tokens, AccessConfig config) {
        this.issuer = issuer;
        this.tokens = tokens;
        this.config = config;
    }

    /**
     * Creates the key unless it exists. The values are set as system properties, which take precedence over the
     * application's own file.
     */
    static void prepare(Config config, Path home) throws IOException {
        Path file = config.getOptionalValue(StartupCheck.SIGNING_KEY, Path.class)
                .orElse(home.resolve("signing-key.jwk"))
                .toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            System.setProperty(StartupCheck.KEY, SigningKey.at(file).publicKey());
        } catch (IOException e) {
            throw new IOException(
                    "No identity provider is set, and the local signing key " + file + " cannot be used ("
                            + e.getMessage()
                            + "). Set " + StartupCheck.KEY_LOCATION
                            + " to the JWKS of a provider, or set gongkai.home to a"
                            + " writable folder.",
                    e);
        }
        System.setProperty(StartupCheck.SIGNING_KEY, file.toString());
        setUnlessConfigured(config, StartupCheck.ISSUER);
        setUnlessConfigured(config, StartupCheck.AUDIENCES);
    }

    private static void setUnlessConfigured(Config config, String property) {
        if (config.getOptionalValue(property, String.class).isEmpty()) {
            System.setProperty(property, DEFAULT_NAME);
        }
    }

    void writeFirstToken(@Observes StartupEvent start) throws IOException {
        if (issuer.isOn()) {
            Path file = FirstToken.beside(config.signingKey().orElseThrow());
            PrivateFile.write(file, tokens.issueFirst(OVERSIGHT_LIFETIME).token());
            LOG.infof(
                    "No identity provider is set, so the service signs tokens itself. Replicas do not share the signing key:"
                            + " to run several, set %s.",
                    StartupCheck.KEY_LOCATION);
        }
    }
}
