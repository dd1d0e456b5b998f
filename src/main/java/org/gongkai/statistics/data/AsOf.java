package org.gongkai.statistics.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gongkai.http.InstantParameter;
import org.gongkai.http.ParameterCheck;
import org.gongkai.problem.ParameterFault;

/** Parses the parameter {@code asOf}. */
public final class AsOf {

    private AsOf() {}

    /** Checks the parameter of an operation. */
    @ApplicationScoped
    public static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return new InstantParameter.Check().faults(name, values);
        }
    }

    /**
     * Returns the instant of a parameter that has been checked.
     *
     * @param value the parameter; {@code null} when it is absent
     */
    public static Optional<Instant> checked(String value) {
        return InstantParameter.parse(value);
    }

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
