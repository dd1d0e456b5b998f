package org.gongkai.http.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** Parses query parameters that are instants. */
public final class InstantParameter {

    /** An instant before any report year, any clock and any change. Earlier instants are answered as this one. */
    private static final Instant FIRST = Instant.EPOCH;

    /**
     * Matches an instant in the notation of RFC 3339. Its fraction has as many digits, and its offset is as far from UTC,
     * as the Java platform supports.
     */
    private static final Pattern RFC_3339 =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?"
                    + "(?:Z|[+-](?:0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)");

    private static final Text DEMAND = new Text(
            "应为 RFC 3339 格式的时刻，有四位数的年份、秒和时区，如 2025-03-31T16:00:00Z 或 2025-04-01T00:00:00%2B08:00",
            "Must be an instant in the notation of RFC 3339, with a year of four digits, with seconds and an offset, such as"
                    + " 2025-03-31T16:00:00Z or 2025-04-01T00:00:00%2B08:00");

    private InstantParameter() {}

    /** Checks the parameter of an operation. */
    @ApplicationScoped
    public static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return values.stream()
                    .filter(value -> parse(value).isEmpty())
                    .map(value -> fault(name, value))
                    .toList();
        }
    }

    /** Returns the fault of a value that is not an instant. */
    public static ParameterFault fault(String name, String value) {
        return ParameterFault.invalid(name, value, DEMAND);
    }

    /**
     * Returns the instant, with the precision of the database. A plus sign that was not encoded arrives as a space.
     *
     * @param value the parameter; {@code null} when it is absent
     * @return empty if there is no such instant, such as 30 February, or if it is in another notation
     */
    public static Optional<Instant> parse(String value) {
        return Optional.ofNullable(value)
                .map(given -> given.replace(' ', '+').toUpperCase(Locale.ROOT))
                .filter(given -> RFC_3339.matcher(given).matches())
                .flatMap(InstantParameter::instant)
                .map(known -> known.isBefore(FIRST) ? FIRST : known.truncatedTo(ChronoUnit.MICROS));
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(OffsetDateTime.parse(value).toInstant());
        } catch (DateTimeException noSuchInstant) {
            return Optional.empty();
        }
    }
}
