package org.gongkai.http.parameter;

import java.util.List;
import org.gongkai.problem.ParameterFault;

/** Checks the values of a parameter whose type does not do so. */
public interface ParameterCheck {

    /**
     * Returns all faults of a parameter.
     *
     * @param name name of the parameter
     * @param values its values in the request, at least one, none of them blank
     */
    List<ParameterFault> faults(String name, List<String> values);
}
