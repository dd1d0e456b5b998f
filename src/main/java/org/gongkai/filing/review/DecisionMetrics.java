package org.gongkai.filing.review;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Counts decisions after they are stored. Every series exists from the start. */
@ApplicationScoped
@Startup
class DecisionMetrics {

    private final Map<DecisionTaken, Counter> decisions = new HashMap<>();

    DecisionMetrics(MeterRegistry registry) {
        for (Decision decision : Decision.values()) {
            register(registry, new DecisionTaken(decision, false));
        }
        register(registry, new DecisionTaken(Decision.ACCEPT, true));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionTaken decision) {
        decisions.get(decision).increment();
    }

    private void register(MeterRegistry registry, DecisionTaken decision) {
        decisions.put(
                decision,
                Counter.builder("gongkai.decisions")
                        .description("Decisions on revisions")
                        .tags("decision", decision.decision().name().toLowerCase(Locale.ROOT))
                        .tags("by", decision.automatic() ? "system" : "office")
                        .register(registry));
    }
}
