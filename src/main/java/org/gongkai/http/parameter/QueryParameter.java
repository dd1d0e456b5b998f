package org.gongkai.http.parameter;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;

/**
 * A query parameter of an operation.
 *
 * @param name its name
 * @param takesList whether it takes several values
 * @param parser method of its type that parses a value; empty if any text is a value
 * @param check its check; empty if it has none
 */
record QueryParameter(
        String name, boolean takesList, Optional<Method> parser, Optional<Class<? extends ParameterCheck>> check) {

    /** The name of the method by which the framework parses a value. */
    private static final String PARSER = "fromString";

    /** Returns the query parameters of an operation, those in its parameter objects included. */
    static List<QueryParameter> of(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getFields()).flatMap(field -> of(field, field.getType()))
                        : of(parameter, parameter.getType()))
                .toList();
    }

    private static Stream<QueryParameter> of(AnnotatedElement element, Class<?> type) {
        QueryParam named = element.getAnnotation(QueryParam.class);
        return named == null
                ? Stream.empty()
                : Stream.of(new QueryParameter(
                        named.value(),
                        List.class.isAssignableFrom(type),
                        parser(type),
                        Optional.ofNullable(element.getAnnotation(CheckedBy.class))
                                .map(CheckedBy::value)));
    }

    private static Optional<Method> parser(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(PARSER))
                .findFirst();
    }

    /** Returns whether a value contains nothing. */
    boolean isEmpty(String value) {
        return takesList ? ListParameter.values(List.of(value)).isEmpty() : value.isBlank();
    }

    /** Returns the faults that the type of this parameter finds in a value. */
    List<ParameterFault> parse(String value) {
        if (parser.isEmpty()) {
            return List.of();
        }
        try {
            parser.get().invoke(null, value);
            return List.of();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof ProblemException problem) {
                return problem.parameters().stream()
                        .map(fault -> new ParameterFault(name, fault.value(), fault.message(), fault.known()))
                        .toList();
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
