package org.gongkai.http;

import org.gongkai.problem.ParameterFault;

/** A parameter that is either true or false. The framework would take for false whatever is not true. */
public final class Flag {

    private Flag() {}

    /**
     * Whether the parameter is there and true.
     *
     * @throws org.gongkai.problem.ProblemException when it is neither true nor false
     */
    public static boolean of(String name, String value) {
        return value != null && ParameterFault.choose(name, value, new Boolean[] {true, false}, String::valueOf);
    }
}
