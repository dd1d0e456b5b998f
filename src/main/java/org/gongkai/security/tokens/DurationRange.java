package org.gongkai.security.tokens;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.gongkai.rules.Finding;
import org.gongkai.text.Text;

/**
 * A range of durations.
 *
 * @param min the shortest one
 * @param max the longest one, in days
 */
record DurationRange(Duration min, int max) {

    /** The validity of a token. */
    static final DurationRange LIFETIME = new DurationRange(Duration.ofMinutes(1), 366);

    /** The time for which a token stays valid beside its successor. */
    static final DurationRange OVERLAP = new DurationRange(Duration.ZERO, 30);

    /**
     * Parses a duration.
     *
     * @param pointer where it is
     * @param text its text; {@code null} for the default
     * @param findings receives a fault
     */
    Duration parse(String pointer, String text, Duration omitted, List<Finding> findings) {
        if (text == null) {
            return omitted;
        }
        return parsed(text)
                .filter(duration -> duration.compareTo(min) >= 0 && duration.compareTo(Duration.ofDays(max)) <= 0)
                .orElseGet(() -> {
                    findings.add(Finding.ofShape(
                            pointer,
                            null,
                            new Text("应为 %s 至 %s 的时长（ISO 8601）", "Must be an ISO 8601 duration from %s to %s")
                                    .with(min, "P" + max + "D")));
                    return omitted;
                });
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
