package org.gongkai.reminder.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts the attempts to send mails. Every series exists from the start. */
@ApplicationScoped
@Startup
class MailMetrics {

    private final Counter sent;
    private final Map<MailFailure, Counter> failures = new EnumMap<>(MailFailure.class);

    MailMetrics(MeterRegistry registry) {
        this.sent = counter(registry, "sent");
        for (MailFailure failure : MailFailure.values()) {
            failures.put(failure, counter(registry, failure.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("gongkai.reminder.mails")
                .description("Attempts to send reminders by mail")
                .tags("outcome", outcome)
                .register(registry);
    }

    void count(MailAttempt attempt) {
        attempt.failure().map(failures::get).orElse(sent).increment();
    }
}
