package org.gongkai.webhook.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkai.webhook.transport.Attempt;
import org.gongkai.webhook.transport.Failure;

/** Measures deliveries. Every series exists from the start. */
@ApplicationScoped
@Startup
class DeliveryMetrics {

    private final Map<Failure, Timer> outcomes = new HashMap<>();

    DeliveryMetrics(MeterRegistry registry) {
        register(registry, null, "delivered");
        for (Failure failure : Failure.values()) {
            register(registry, failure, failure.name().toLowerCase(Locale.ROOT));
        }
    }

    private void register(MeterRegistry registry, Failure failure, String outcome) {
        outcomes.put(
                failure,
                Timer.builder("gongkai.webhook.deliveries")
                        .description("Attempts to deliver events to webhooks")
                        .tags("outcome", outcome)
                        .register(registry));
    }

    void count(Attempt attempt) {
        outcomes.get(attempt.failure()).record(attempt.duration());
    }
}
