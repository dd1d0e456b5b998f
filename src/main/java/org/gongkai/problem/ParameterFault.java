package org.gongkai.problem;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * An invalid parameter, in both languages.
 *
 * @param name name of the parameter
 * @param value value in the request; {@code null} if the name itself is unknown
 * @param message description of the error
 * @param known the known values or, for an unknown name, the known names; {@code null} if there is no list of them
 */
public record ParameterFault(String name, String value, Text message, List<String> known) {

    /** Returns the fault of a value that is not in a list. */
    public static ParameterFault unknownValue(String name, String value, List<String> known) {
        return new ParameterFault(name, value, new Text("没有这个取值", "Unknown value"), known);
    }

    /**
     * Returns the choice that a parameter names.
     *
     * @throws ProblemException if it names none of the choices; the problem lists all of them
     */
    public static <T> T choose(String parameter, String value, T[] choices, Function<T, String> code) {
        return Arrays.stream(choices)
                .filter(choice -> code.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofParameter(unknownValue(
                        parameter, value, Arrays.stream(choices).map(code).toList())));
    }

    /**
     * Returns the value of a parameter, and collects its faults instead of throwing them.
     *
     * @param value the value in the request; {@code null} if the parameter is absent
     * @param parser parses the value, or throws a problem
     * @param faults receives the faults of the value
     * @return empty if the parameter is absent or has faults
     */
    public static <T> Optional<T> collect(String value, Function<String, T> parser, List<ParameterFault> faults) {
        try {
            return Optional.ofNullable(value).map(parser);
        } catch (ProblemException invalid) {
            faults.addAll(invalid.parameters());
            return Optional.empty();
        }
    }

    /** Returns the fault of a malformed value. */
    public static ParameterFault invalid(String name, String value, Text message) {
        return new ParameterFault(name, value, message, null);
    }

    Problem.ParameterFinding in(Language language) {
        return new Problem.ParameterFinding(name, value, message.in(language), known);
    }
}
