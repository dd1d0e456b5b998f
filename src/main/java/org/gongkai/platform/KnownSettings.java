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

/** The settings that begin with {@code gongkai}. */
final class KnownSettings {

    /** All there are. A test holds them against the config mappings. */
    static final Set<String> KNOWN = Set.of(
            "gongkai.batch.atomic-timeout",
            "gongkai.demo",
            "gongkai.home",
            "gongkai.limits.body",
            "gongkai.limits.document",
            "gongkai.review.mode",
            "gongkai.security.public-read",
            "gongkai.security.signing-key",
            "gongkai.security.token-lifetime",
            "gongkai.statistics.cache",
            "gongkai.stop-with-parent");

    private static final Set<String> VARIABLES =
            KNOWN.stream().map(KnownSettings::variable).collect(Collectors.toUnmodifiableSet());

    /**
     * Of the variables of the environment, those that can only be meant for the service. Others may be there for other programs: in
     * Kubernetes, each container is told where the services beside it are, by GONGKAI_SERVICE_HOST and the like.
     */
    private static final Pattern OURS = Pattern.compile("GONGKAI_(SECURITY|REVIEW|LIMITS|BATCH|STATISTICS)_.*");

    private KnownSettings() {}

    /**
     * What is set and read by nobody. The framework refuses some of that, but no environment variable, and nothing outside of a mapping.
     */
    static List<String> unknown(Config config) {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> variable(name).startsWith("GONGKAI_"))
                .filter(name -> !VARIABLES.contains(variable(name)))
                // A variable is listed as it is written and as a property: it is told as it is written.
                .sorted()
                .collect(Collectors.toMap(
                        KnownSettings::variable, Function.identity(), (written, derived) -> written, TreeMap::new))
                .values()
                .stream()
                .filter(name ->
                        !name.equals(variable(name)) || OURS.matcher(name).matches())
                .toList();
    }

    private static String variable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
