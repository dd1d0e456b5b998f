package org.gongkai.http.parameter;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/** A boolean parameter. The framework would read every value other than {@code true} as false. */
public final class Flag {

    private Flag() {}

    /** Checks a boolean parameter. */
    @ApplicationScoped
    public static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return values.stream().flatMap(value -> fault(name, value).stream()).toList();
        }

        private static List<ParameterFault> fault(String name, String value) {
            try {
                of(name, value);
                return List.of();
            } catch (ProblemException invalid) {
                return invalid.parameters();
            }
        }
    }

    /**
     * Returns whether the parameter is present and true.
     *
     * @throws ProblemException if the value is neither true nor false
     */
    public static boolean of(String name, String value) {
        return value != null && ParameterFault.choose(name, value, new Boolean[] {true, false}, String::valueOf);
    }
}
