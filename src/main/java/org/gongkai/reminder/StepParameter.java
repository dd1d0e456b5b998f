package org.gongkai.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.gongkai.http.parameter.ListParameter;
import org.gongkai.http.parameter.ParameterCheck;
import org.gongkai.problem.ParameterFault;
import org.gongkai.text.Text;

/** The parameter that names steps. */
final class StepParameter {

    private static final Text INVALID =
            new Text("应为 -365 至 365 的整数，如 -3", "Must be an integer from -365 to 365, such as -3");
    private static final int MAX_DAYS = 365;

    private StepParameter() {}

    /** Checks the parameter. */
    @ApplicationScoped
    static class Check implements ParameterCheck {

        @Override
        public List<ParameterFault> faults(String name, List<String> values) {
            return ListParameter.values(values).stream()
                    .filter(value -> !isStep(value))
                    .map(value -> ParameterFault.invalid(name, value, INVALID))
                    .toList();
        }

        private static boolean isStep(String value) {
            return value.matches("-?[0-9]{1,3}") && Math.abs(Integer.parseInt(value)) <= MAX_DAYS;
        }
    }

    /** Returns the steps of a parameter that has been checked. */
    static List<Integer> checked(List<String> parameter) {
        return ListParameter.values(parameter).stream().map(Integer::valueOf).toList();
    }
}
