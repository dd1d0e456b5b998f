package org.gongkai.http.idempotency;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The space in the database for kept answers. A new answer that has no space is not kept; earlier ones stay, because their
 * clients were promised them. Each replica measures the space every minute, and adds its own answers until then: together
 * they may exceed it by the answers of a minute.
 */
@ApplicationScoped
@Startup
class AnswerSpace {

    /** The limit of kept answers. */
    @ConfigMapping(prefix = "gongkai.limits")
    interface Limits {

        /** Maximum size of all kept answers together, compressed. */
        @WithDefault("512M")
        MemorySize keptAnswers();
    }

    /** The maximum size of one answer after compression; that of JSON is about a fifth. */
    private static final int MAX_BYTES = 1 << 16;

    private static final Duration MEASURED_EVERY = Duration.ofMinutes(1);

    private static final String MEASURE = "select coalesce(sum(answer_bytes), 0) from idempotency_key";

    private final Clock clock;
    private final long limit;
    private final Counter kept;
    private final Counter tooLarge;
    private final Counter noSpace;

    private long used;
    private Instant measured = Instant.EPOCH;

    AnswerSpace(Limits limits, Clock clock, MeterRegistry registry) {
        this.clock = clock;
        this.limit = limits.keptAnswers().asLongValue();
        this.kept = counter(registry, "kept");
        this.tooLarge = counter(registry, "too_large");
        this.noSpace = counter(registry, "no_space");
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("gongkai.idempotency.answers")
                .description("Answers to requests with an Idempotency-Key by outcome")
                .tag("outcome", outcome)
                .register(registry);
    }

    /** Takes the space for an answer; returns false if the answer is not to be kept. Needs a transaction. */
    boolean take(int bytes) {
        if (bytes > MAX_BYTES) {
            tooLarge.increment();
            return false;
        }
        boolean hasSpace = takeWithin(bytes);
        (hasSpace ? kept : noSpace).increment();
        return hasSpace;
    }

    private synchronized boolean takeWithin(int bytes) {
        Instant now = clock.instant();
        if (!now.isBefore(measured.plus(MEASURED_EVERY))) {
            used = measure();
            measured = now;
        }
        boolean hasSpace = used + bytes <= limit;
        used += hasSpace ? bytes : 0;
        return hasSpace;
    }

    private static long measure() {
        return ((Number) Panache.getEntityManager().createNativeQuery(MEASURE).getSingleResult()).longValue();
    }
}
