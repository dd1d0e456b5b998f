package org.gongkai.filing.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts tests, which the metrics of submissions do not contain. Every series exists from the start. */
@ApplicationScoped
@Startup
class SandboxMetrics {

    private final Map<SubmissionOutcome, Counter> tests = new EnumMap<>(SubmissionOutcome.class);

    SandboxMetrics(MeterRegistry registry) {
        for (SubmissionOutcome outcome : SubmissionOutcome.values()) {
            tests.put(
                    outcome,
                    Counter.builder("gongkai.sandbox.submissions")
                            .description("Test reports submitted into the sandbox by outcome")
                            .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
    }

    void count(TestTally tally) {
        tally.outcomes().forEach((outcome, number) -> tests.get(outcome).increment(number));
    }
}
