package org.gongkai.http;

import org.gongkai.problem.ParameterFault;

/** A boolean parameter. The framework would read every value other than {@code true} as false. */
public final class Flag {

    private Flag() {}

    /**
     * Returns whether the parameter is present and true.
     *
     * @throws org.gongkai.problem.ProblemException if the value is neither true nor false
     */
    public static boolean of(String name, String value) {
        return value != null && ParameterFault.choose(name, value, new Boolean[] {true, false}, String::valueOf);
    }
}
