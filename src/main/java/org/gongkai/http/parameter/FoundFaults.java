package org.gongkai.http.parameter;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.problem.ParameterFault;

/** The faults of parameters that were found before the operation was called. */
@RequestScoped
public class FoundFaults {

    private final List<ParameterFault> faults = new ArrayList<>();

    void add(List<ParameterFault> found) {
        faults.addAll(found);
    }

    public List<ParameterFault> all() {
        return List.copyOf(faults);
    }
}
