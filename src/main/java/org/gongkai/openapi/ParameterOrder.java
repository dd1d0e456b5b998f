package org.gongkai.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Lists the parameters of an operation in the order of the code, which begins with the important ones. The framework sorts
 * them by name. Clients with positional arguments have them in this order, so a new parameter must come last.
 */
final class ParameterOrder {

    /** The place of the headers that a method reads by itself. */
    private static final String HEADERS = "";

    private ParameterOrder() {}

    static void apply(Operation operation, Method method) {
        if (operation.getParameters() != null) {
            List<String> names = names(method);
            operation.setParameters(operation.getParameters().stream()
                    .sorted(Comparator.comparingInt(parameter -> position(parameter, names)))
                    .toList());
        }
    }

    /** Returns the position of a parameter. One that the code reads in another way is at the place of the headers, or last. */
    private static int position(Parameter parameter, List<String> names) {
        return Stream.of(parameter.getName(), HEADERS)
                .map(names::indexOf)
                .filter(position -> position >= 0)
                .findFirst()
                .orElse(names.size());
    }

    private static List<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getFields())
                        : Stream.of(parameter))
                .flatMap(element -> name(element).stream())
                .toList();
    }

    private static Optional<String> name(AnnotatedElement element) {
        return Stream.of(
                        Optional.ofNullable(element.getAnnotation(PathParam.class))
                                .map(PathParam::value),
                        Optional.ofNullable(element.getAnnotation(QueryParam.class))
                                .map(QueryParam::value),
                        Optional.ofNullable(element.getAnnotation(HeaderParam.class))
                                .map(HeaderParam::value),
                        element instanceof java.lang.reflect.Parameter parameter
                                        && parameter.getType() == HttpHeaders.class
                                ? Optional.of(HEADERS)
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .findFirst();
    }
}
