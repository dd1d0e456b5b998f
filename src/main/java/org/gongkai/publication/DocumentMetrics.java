package org.gongkai.publication;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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

    /** Returns the document of a single report as bytes. */
    public byte[] write(DocumentFormat format, OfficialDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(format, document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes the document, part by part. The stream is not closed. */
    public void write(DocumentFormat format, OfficialDocument document, OutputStream out) throws IOException {
        long start = System.nanoTime();
        format.write(document, out);
        timers.get(format).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }
}
