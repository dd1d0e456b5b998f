package org.gongkai.publication;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import org.gongkai.publication.layout.OfficialDocument;

/** Writes documents and measures the time. All time series exist from the start. */
@ApplicationScoped
@Startup
public class DocumentMetrics {

    private final Map<DocumentFormat, Timer> timers = new EnumMap<>(DocumentFormat.class);

    DocumentMetrics(MeterRegistry registry) {
        for (DocumentFormat format : DocumentFormat.values()) {
            if (format.isDocument()) {
                timers.put(
                        format,
                        Timer.builder("gongkai.documents")
                                .description("Writing reports and consolidated reports as documents")
                                .tag("format", format.code())
                                .register(registry));
            }
        }
    }

    /** Returns the document as bytes. */
    public byte[] write(DocumentFormat format, OfficialDocument document) {
        return timers.get(format).record(() -> format.write(document));
    }
}
