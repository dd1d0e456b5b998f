package org.gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Traces are disabled unless an endpoint is configured. */
class TracingTest {

    @ParameterizedTest
    @CsvSource({
        "quarkus.otel.exporter.otlp.endpoint,        http://collector:4317, true",
        "quarkus.otel.exporter.otlp.traces.endpoint, http://collector:4317, true",
        "quarkus.otel.exporter.otlp.endpoint,        '',                    false",
        "quarkus.otel.exporter.otlp.logs.endpoint,   http://collector:4317, false",
        "quarkus.otel.service.name,                  gongkai,               false"
    })
    void areEnabledByAnEndpoint(String property, String value, boolean wanted) {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(property, value), "test", 100))
                .build();

        assertThat(Tracing.isConfigured(config)).isEqualTo(wanted);
    }
}
