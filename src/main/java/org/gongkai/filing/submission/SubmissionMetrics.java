package org.gongkai.filing.submission;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gongkai.form.statutory.Forms;
import org.gongkai.rules.Finding;
import org.gongkai.rules.Severity;
import org.gongkai.rules.book.RuleBook;

/** Counts what is handed in and what is found in it, once it is certain what becomes of it. Every series is there from the start. */
@ApplicationScoped
@Startup
public class SubmissionMetrics {

    /** How a report was handed in. */
    public enum Channel {
        SINGLE,
        BATCH
    }

    /** Takes one report in. */
    public interface Intake {
        Submitted take() throws IOException;
    }

    private final MeterRegistry registry;
    private final Map<Channel, Map<SubmissionOutcome, Counter>> submissions = new EnumMap<>(Channel.class);
    private final Map<String, Counter> findings = new HashMap<>();

    SubmissionMetrics(MeterRegistry registry) {
        this.registry = registry;
        Arrays.stream(Channel.values()).forEach(this::prepare);
        Forms.all().stream()
                .flatMap(form -> RuleBook.of(form).rules().stream())
                .forEach(rule -> prepare(rule.id(), rule.severity()));
        prepare(Finding.SHAPE, Severity.ERROR);
    }

    /** Takes a report in by itself, and counts what becomes of it. */
    public Submitted counted(Intake intake) throws IOException {
        try {
            Submitted submitted = intake.take();
            count(Channel.SINGLE, SubmissionTally.of(submitted));
            return submitted;
        } catch (RuntimeException refused) {
            count(Channel.SINGLE, SubmissionTally.of(refused));
            throw refused;
        }
    }

    public void count(Channel channel, SubmissionTally tally) {
        tally.eachFate((fate, number) -> submissions.get(channel).get(fate).increment(number));
        tally.eachRule((rule, number) -> findings.get(rule).increment(number));
    }

    private void prepare(Channel channel) {
        Map<SubmissionOutcome, Counter> counters = new EnumMap<>(SubmissionOutcome.class);
        for (SubmissionOutcome fate : SubmissionOutcome.values()) {
            counters.put(
                    fate,
                    Counter.builder("gongkai.submissions")
                            .description("Reports handed in, by what became of them")
                            .tags("outcome", code(fate), "channel", code(channel))
                            .register(registry));
        }
        submissions.put(channel, counters);
    }

    private void prepare(String rule, Severity severity) {
        findings.put(
                rule,
                Counter.builder("gongkai.findings")
                        .description("What rules found in reports when they were stored or refused")
                        .tags("rule", rule, "severity", code(severity))
                        .register(registry));
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
