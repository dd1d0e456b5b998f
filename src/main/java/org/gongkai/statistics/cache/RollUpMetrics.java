package org.gongkai.statistics.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** How long roll-ups and consolidated reports take: those that were answered before, and those that take the database. */
@ApplicationScoped
@Startup
class RollUpMetrics {

    private static final Duration[] BOUNDS = Stream.of(1, 5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Timer hits;
    private final Timer misses;

    RollUpMetrics(MeterRegistry registry) {
        hits = timer(registry, "hit");
        misses = timer(registry, "miss");
    }

    /** An answer that was kept. */
    void hit(long began) {
        record(hits, began);
    }

    /** An answer that was asked of the database. */
    void miss(long began) {
        record(misses, began);
    }

    private static void record(Timer timer, long began) {
        timer.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, String cache) {
        return Timer.builder("gongkai.rollup")
                .description("Answering roll-ups and consolidated reports")
                .tag("cache", cache)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
