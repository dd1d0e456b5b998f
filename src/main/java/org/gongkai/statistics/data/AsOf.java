package org.gongkai.statistics.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.ParameterCheck;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** Parses the parameter {@code asOf}. */
public final class AsOf {

    /** An instant before any report year, any clock and any change. Earlier instants are answered as this one. */
    private static final Instant FIRST = Instant.EPOCH;

    private AsOf() {}

    /** Checks the parameter of an operation. */
    @ApplicationScoped
    public static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            List<ParameterFault> faults = new ArrayList<>();
            values.forEach(value -> parse(value, faults));
            return faults;
        }
    }

    /**
     * Returns the instant of a parameter that has been checked.
     *
     * @param value the parameter; {@code null} when it is absent
     */
    public static Optional<Instant> checked(String value) {
        return parse(value, new ArrayList<>());
    }

    /**
     * Returns the instant, with the precision of the database. A plus sign that was not encoded arrives as a space.
     *
     * @param value the parameter; {@code null} when it is absent
     * @param faults receives a fault when the value is not an instant
     */
    public static Optional<Instant> parse(String value, List<ParameterFault> faults) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            Instant instant = OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
            return Optional.of(instant.isBefore(FIRST) ? FIRST : instant.truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            faults.add(ParameterFault.invalid(
                    "asOf",
                    value,
                    new Text(
                            "应为带时区的时刻，如 2025-03-31T16:00:00Z",
                            "Must be an instant with its offset, such as 2025-03-31T16:00:00Z")));
            return Optional.empty();
        }
    }
}
