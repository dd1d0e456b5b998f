package org.gongkai.problem;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/**
 * A parameter that is wrong, in both languages.
 *
 * @param name the parameter
 * @param value the value given; {@code null} where the name itself is unknown
 * @param message what is wrong with it
 * @param known the values, or for an unknown name the names, that are known; {@code null} where they are not a list
 */
public record ParameterFault(String name, String value, Text message, List<String> known) {

    /** A value that is not one of a list. */
    public static ParameterFault unknownValue(String name, String value, List<String> known) {
        return new ParameterFault(name, value, new Text("没有这个取值", "No such value"), known);
    }

    /**
     * The one of several choices that a parameter names.
     *
     * @throws ProblemException when it names none of them, listing them all
     */
    public static <T> T choose(String parameter, String value, T[] choices, Function<T, String> code) {
        return Arrays.stream(choices)
                .filter(choice -> code.apply(choice).equals(value))
                .findFirst()
                .orElseThrow(() -> ProblemException.ofParameter(unknownValue(
                        parameter, value, Arrays.stream(choices).map(code).toList())));
    }

    /** A value that is not of the form it should be. */
    public static ParameterFault invalid(String name, String value, Text message) {
        return new ParameterFault(name, value, message, null);
    }

    Problem.ParameterFinding in(Language language) {
        return new Problem.ParameterFinding(name, value, message.in(language), known);
    }
}
