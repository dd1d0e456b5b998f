package org.gongkai.registry.code;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;

/** Checks that a filter names codes of the registry. */
@ApplicationScoped
public class CodeCheck implements ParameterCheck {

    private final RegisteredCodes codes;

    CodeCheck(RegisteredCodes codes) {
        this.codes = codes;
    }

    @Override
    public List<ParameterFault> faults(String name, List<String> values) {
        return codes.unknown(list(name), name, List.copyOf(ListParameter.values(values)));
    }

    /** Returns the list of a parameter. Every parameter that is not named after its list names districts. */
    private static CodeList list(String parameter) {
        return List.of(CodeList.values()).stream()
                .filter(list -> list.parameter().equals(parameter))
                .findFirst()
                .orElse(CodeList.DISTRICT);
    }
}
