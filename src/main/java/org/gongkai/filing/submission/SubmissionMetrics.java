package org.gongkai.filing.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.rules.book.RuleBook;

/** Counts submissions and their findings once their result is final. Every series exists from the start. */
@ApplicationScoped
@Startup
public class SubmissionMetrics {

    /** The way in which a report was submitted. */
    public enum Channel {
        /** The operation PUT. */
        SINGLE,
        /** An item of a batch. */
        BATCH
    }

    private final MeterRegistry registry;
    private final Map<Channel, Map<SubmissionOutcome, Counter>> submissions = new EnumMap<>(Channel.class);
    private final Map<String, Counter> findings = new HashMap<>();

    SubmissionMetrics(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Channel.values()).forEach(this::register);
        Forms.all().stream()
                .flatMap(form -> RuleBook.of(form).rules().stream())
                .forEach(rule -> register(rule.id(), rule.severity()));
        register(Finding.SHAPE, Severity.ERROR);
        register(NilStatement.RULE, Severity.ERROR);
    }

    /** Counts one result. */
    public void count(Channel channel, SubmissionResult result) {
        SubmissionTally tally = new SubmissionTally();
        tally.add(result);
        countAll(channel, tally);
    }

    /** Counts the results of a tally. */
    public void countAll(Channel channel, SubmissionTally tally) {
        tally.forEachOutcome(
                (outcome, number) -> submissions.get(channel).get(outcome).increment(number));
        tally.forEachRule((rule, number) -> findings.get(rule).increment(number));
    }

    private void register(Channel channel) {
        Map<SubmissionOutcome, Counter> counters = new EnumMap<>(SubmissionOutcome.class);
        for (SubmissionOutcome outcome : SubmissionOutcome.values()) {
            counters.put(
                    outcome,
                    Counter.builder("gongkai.submissions")
                            .description("Submitted reports by outcome")
                            .tags("outcome", code(outcome), "channel", code(channel))
                            .register(registry));
        }
        submissions.put(channel, counters);
    }

    private void register(String rule, Severity severity) {
        findings.put(
                rule,
                Counter.builder("gongkai.findings")
                        .description("Findings by rule, when reports were stored or refused")
                        .tags("rule", rule, "severity", code(severity))
                        .register(registry));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
