package org.gongkai.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/** Reads a parameter that takes a list: repeated, or with values separated by commas. */
public final class ListParameter {

    private ListParameter() {}

    /** Returns the distinct values, in the given order. */
    public static Set<String> values(List<String> parameter) {
        Set<String> values = new LinkedHashSet<>();
        for (String part : parameter == null ? List.<String>of() : parameter) {
            Arrays.stream(part.split(","))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .forEach(values::add);
        }
        return values;
    }

    /**
     * Returns the distinct values of a parameter that has a fixed set of values.
     *
     * @param known the allowed values
     * @throws ProblemException if a value is not allowed
     */
    public static Set<String> known(String name, List<String> parameter, List<String> known) {
        Set<String> values = values(parameter);
        List<ParameterFault> faults = new ArrayList<>();
        values.stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> faults.add(ParameterFault.unknownValue(name, value, known)));
        if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
        return values;
    }
}
