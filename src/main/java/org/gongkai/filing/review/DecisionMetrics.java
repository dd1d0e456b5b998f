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

/** Counts decisions, once they are stored. Every series is there from the start. */
@ApplicationScoped
@Startup
class DecisionMetrics {

    private final Map<DecisionTaken, Counter> decisions = new HashMap<>();

    DecisionMetrics(MeterRegistry registry) {
        for (Decision decision : Decision.values()) {
            prepare(registry, new DecisionTaken(decision, false));
        }
        prepare(registry, new DecisionTaken(Decision.ACCEPT, true));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) DecisionTaken decision) {
        decisions.get(decision).increment();
    }

    private void prepare(MeterRegistry registry, DecisionTaken decision) {
        decisions.put(
                decision,
                Counter.builder("gongkai.decisions")
                        .description("Decisions on revisions")
                        .tags("decision", decision.verdict().name().toLowerCase(Locale.ROOT))
                        .tags("by", decision.byItself() ? "system" : "office")
                        .register(registry));
    }
}
