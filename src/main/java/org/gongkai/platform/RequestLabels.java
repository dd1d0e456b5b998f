package org.gongkai.platform;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Restricts the label for the method in the metrics about requests to known methods. A client can send any method, and a
 * metric is kept as long as the process runs. The framework itself restricts the label for the path.
 */
class RequestLabels {

    private static final String METRICS = "http.server.";
    private static final String METHOD = "method";
    private static final String OTHER = "OTHER";

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    @Produces
    @Singleton
    MeterFilter filter() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(METRICS) ? withKnownMethod(id) : id;
            }
        };
    }

    private static Meter.Id withKnownMethod(Meter.Id id) {
        String method = id.getTag(METHOD);
        return method == null || METHODS.contains(method)
                ? id
                : id.replaceTags(id.getTags().stream()
                        .map(tag -> tag.getKey().equals(METHOD) ? Tag.of(METHOD, OTHER) : tag)
                        .toList());
    }
}
