package org.gongkai.statistics.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The time to answer roll-ups and consolidated reports, from the cache and from the database. */
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

    /** Records an answer from the cache. */
    void hit(long start) {
        record(hits, start);
    }

    /** Records an answer from the database. */
    void miss(long start) {
        record(misses, start);
    }

    private static void record(Timer timer, long start) {
        timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private static Timer timer(MeterRegistry registry, String cache) {
        return Timer.builder("gongkai.rollup")
                .description("Answering roll-ups and consolidated reports")
                .tag("cache", cache)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
