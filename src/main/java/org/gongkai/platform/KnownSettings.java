package org.gongkai.platform;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The settings whose names begin with {@code gongkai}. */
final class KnownSettings {

    /** The names of all settings. A test compares them with the config mappings. */
    static final Set<String> NAMES = Set.of(
            "gongkai.batch.atomic-timeout",
            "gongkai.database.wait",
            "gongkai.demo",
            "gongkai.explanations.min-length",
            "gongkai.home",
            "gongkai.limits.address",
            "gongkai.limits.answers",
            "gongkai.limits.batch-rate",
            "gongkai.limits.batches",
            "gongkai.limits.bodies",
            "gongkai.limits.body",
            "gongkai.limits.body-grace",
            "gongkai.limits.body-rate",
            "gongkai.limits.concurrent-requests",
            "gongkai.limits.document",
            "gongkai.limits.documents",
            "gongkai.limits.exports",
            "gongkai.limits.fair-use",
            "gongkai.limits.headers",
            "gongkai.limits.kept-answers",
            "gongkai.limits.large-queries",
            "gongkai.limits.max-wait",
            "gongkai.limits.pipelined",
            "gongkai.limits.queries",
            "gongkai.limits.query-cost",
            "gongkai.limits.read-stall",
            "gongkai.limits.request-burst",
            "gongkai.limits.request-rate",
            "gongkai.limits.spool",
            "gongkai.limits.unpacked",
            "gongkai.login.client-id",
            "gongkai.login.issuer",
            "gongkai.login.scope",
            "gongkai.reminders.first-retry",
            "gongkai.reminders.give-up",
            "gongkai.reminders.mail",
            "gongkai.reminders.mail-timeout",
            "gongkai.reminders.max-retry",
            "gongkai.reminders.schedule",
            "gongkai.reminders.signature",
            "gongkai.reminders.steps",
            "gongkai.review.mode",
            "gongkai.review.own-submissions",
            "gongkai.sandbox.keep",
            "gongkai.sandbox.max-revisions",
            "gongkai.sandbox.max-size",
            "gongkai.security.public-read",
            "gongkai.security.signing-key",
            "gongkai.security.token-lifetime",
            "gongkai.statistics.cache",
            "gongkai.stop-with-parent",
            "gongkai.webhooks.allow-private-networks",
            "gongkai.webhooks.concurrent",
            "gongkai.webhooks.disable-after",
            "gongkai.webhooks.first-retry",
            "gongkai.webhooks.key",
            "gongkai.webhooks.max-retry",
            "gongkai.webhooks.subscriptions",
            "gongkai.webhooks.timeout");

    private static final Set<String> VARIABLES =
            NAMES.stream().map(KnownSettings::variable).collect(Collectors.toUnmodifiableSet());

    /**
     * Environment variables that can only be meant for this service. Other variables with the prefix may belong to
     * other programs: Kubernetes sets GONGKAI_SERVICE_HOST and similar variables in each container.
     */
    private static final Pattern OWN_VARIABLES = Pattern.compile(
            "GONGKAI_(SECURITY|LOGIN|REMINDERS|REVIEW|SANDBOX|EXPLANATIONS|LIMITS|BATCH|STATISTICS|WEBHOOKS)_.*");

    private KnownSettings() {}

    /**
     * Returns the settings that exist nowhere in the service. The framework itself refuses only unknown keys of config
     * mappings, and no environment variables.
     */
    static List<String> unknown(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> variable(name).startsWith("GONGKAI_"))
                .filter(name -> !VARIABLES.contains(variable(name)))
                // A variable is listed both as it is written and as a property; keep the written name.
                .sorted()
                .collect(Collectors.toMap(
                        KnownSettings::variable, Function.identity(), (written, derived) -> written, TreeMap::new))
                .values()
                .stream()
                .filter(name -> !name.equals(variable(name))
                        || OWN_VARIABLES.matcher(name).matches())
                .toList();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
