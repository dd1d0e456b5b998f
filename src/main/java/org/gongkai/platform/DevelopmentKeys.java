package org.gongkai.platform;

import java.util.List;

/**
 * The keys that the plugin of the framework makes for {@code mvn quarkus:run}, and passes as system properties. Nobody has
 * configured them, so the service uses its own local issuer, as it does without the plugin.
 */
final class DevelopmentKeys {

    /** The issuer that the plugin sets if none is configured. */
    private static final String ISSUER = "https://quarkus.io/issuer";

    private static final List<String> PROPERTIES =
            List.of(StartupCheck.KEY, StartupCheck.ISSUER, "smallrye.jwt.sign.key", "smallrye.jwt.new-token.issuer");

    private DevelopmentKeys() {}

    /** Removes the properties if the plugin has set them. */
    static void remove() {
        if (ISSUER.equals(System.getProperty(StartupCheck.ISSUER))) {
            PROPERTIES.forEach(System::clearProperty);
        }
    }
}
