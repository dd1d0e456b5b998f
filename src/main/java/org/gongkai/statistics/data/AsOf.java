package org.gongkai.statistics.data;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.parameter.InstantParameter;
import org.gongkai.problem.ParameterFault;

/** Parses the parameter {@code asOf}. */
public final class AsOf {

    private AsOf() {}

    /**
     * Returns the instant, with the precision of the database.
     *
     * @param value the parameter; {@code null} when it is absent
     * @param faults receives a fault when the value is not an instant
     */
    public static Optional<Instant> parse(String value, List<ParameterFault> faults) {
        Optional<Instant> instant = InstantParameter.parse(value);
        if (value != null && instant.isEmpty()) {
            faults.add(InstantParameter.fault("asOf", value));
        }
        return instant;
    }
}
