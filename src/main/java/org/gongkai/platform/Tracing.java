package org.gongkai.platform;

import java.util.List;
import org.eclipse.microprofile.config.Config;

/**
 * Enables tracing if an endpoint for traces is configured. Otherwise all of it is disabled, so that it costs nothing.
 */
final class Tracing {

    static final String ENDPOINT = "quarkus.otel.exporter.otlp.endpoint";
    static final String TRACES_ENDPOINT = "quarkus.otel.exporter.otlp.traces.endpoint";
    static final String DISABLED = "quarkus.otel.sdk.disabled";

    private static final List<String> STATEMENTS =
            List.of("quarkus.datasource.jdbc.telemetry.enabled", "quarkus.datasource.read.jdbc.telemetry.enabled");

    private Tracing() {}

    /** Sets system properties before the framework starts. Values that the operator has set are kept. */
    static void prepare(Config config) {
        boolean isOff = !isConfigured(config);
        setUnlessSet(config, DISABLED, isOff);
        STATEMENTS.forEach(statements -> setUnlessSet(config, statements, !isOff));
    }

    static boolean isConfigured(Config config) {
        return isSet(config, ENDPOINT) || isSet(config, TRACES_ENDPOINT);
    }

    private static void setUnlessSet(Config config, String property, boolean value) {
        if (!isSet(config, property)) {
            System.setProperty(property, String.valueOf(value));
        }
    }

    private static boolean isSet(Config config, String property) {
        String value = config.getConfigValue(property).getValue();
        return value != null && !value.isBlank();
    }
}
