package org.gongkai.filing.sandbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;
import org.gongkai.security.Subject;

/** Checks that a parameter can be the subject of a token. */
@ApplicationScoped
class HolderCheck implements ParameterCheck {

    @Override
    public List<ParameterFault> faults(String name, List<String> values) {
        return values.stream()
                .filter(holder -> !Subject.isValid(holder))
                .map(holder -> ParameterFault.invalid(name, holder, Subject.DEMAND))
                .toList();
    }
}
