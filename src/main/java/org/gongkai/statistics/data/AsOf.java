package org.gongkai.statistics.data;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** Reads the instant as of which something is asked. */
public final class AsOf {

    /** Before any report year, any clock and any change; what is earlier is answered as this. */
    private static final Instant FIRST = Instant.EPOCH;

    private AsOf() {}

    /**
     * The instant, as exactly as the database keeps it. A plus sign that was not encoded arrives as a space.
     *
     * @param faults is told when it is no instant
     */
    public static Optional<Instant> read(String value, List<ParameterFault> faults) {
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
