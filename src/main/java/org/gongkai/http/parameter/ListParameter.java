package org.gongkai.http.parameter;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gongkai.problem.ParameterFault;

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

    /** Returns the faults of the values of a parameter that has a fixed set of values. */
    public static List<ParameterFault> unknown(String name, List<String> parameter, List<String> known) {
        return values(parameter).stream()
                .filter(value -> !known.contains(value))
                .map(value -> ParameterFault.unknownValue(name, value, known))
                .toList();
    }
}
