package org.gongkai.http.parameter;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses unknown, repeated, unreadable and invalid parameters, all in one answer. A misspelt filter, or the second
 * value of a parameter that takes one, would otherwise silently change the result.
 */
class KnownParameters {

    private final Instance<ParameterCheck> checks;
    private final FoundFaults found;
    private final Map<Method, List<QueryParameter>> byOperation = new ConcurrentHashMap<>();

    KnownParameters(@Any Instance<ParameterCheck> checks, FoundFaults found) {
        this.checks = checks;
        this.found = found;
    }

    @ServerRequestFilter
    void refuseFaults(ContainerRequestContext request, ResourceInfo resource) {
        UriInfo uri = request.getUriInfo();
        Method operation = resource.getResourceMethod();
        List<ParameterFault> faults = new ArrayList<>(unreadable(uri.getPathParameters()));
        if (!uri.getQueryParameters().isEmpty()) {
            List<QueryParameter> known = byOperation.computeIfAbsent(operation, QueryParameter::of);
            uri.getQueryParameters().forEach((name, values) -> faults.addAll(faults(name, values, known)));
        }
        if (operation.isAnnotationPresent(CollectsFaults.class)) {
            found.add(faults);
        } else if (!faults.isEmpty()) {
            throw ProblemException.ofParameters(faults);
        }
    }

    private List<ParameterFault> faults(String name, List<String> values, List<QueryParameter> known) {
        Optional<QueryParameter> parameter =
                known.stream().filter(one -> one.name().equals(name)).findFirst();
        if (parameter.isEmpty()) {
            List<String> names = known.stream().map(QueryParameter::name).toList();
            return List.of(new ParameterFault(name, null, new Text("没有这个参数", "Unknown parameter"), names));
        }
        List<ParameterFault> faults = new ArrayList<>();
        if (values.size() > 1 && !parameter.get().takesList()) {
            faults.add(ParameterFault.invalid(
                    name, String.join(", ", values), new Text("只能给出一次", "Must not be given more than once")));
        }
        if (values.stream().anyMatch(parameter.get()::isEmpty)) {
            faults.add(ParameterFault.invalid(name, null, new Text("不能为空", "Must not be empty")));
        }
        faults.addAll(unreadable(name, values));
        return faults.isEmpty() ? invalid(parameter.get(), values) : faults;
    }

    private List<ParameterFault> invalid(QueryParameter parameter, List<String> values) {
        return Stream.concat(
                        values.stream().flatMap(value -> parameter.parse(value).stream()),
                        parameter
                                .check()
                                .map(check -> checks.select(check).get().faults(parameter.name(), values))
                                .stream()
                                .flatMap(List::stream))
                .toList();
    }

    private static List<ParameterFault> unreadable(MultivaluedMap<String, String> parameters) {
        return parameters.entrySet().stream()
                .flatMap(parameter -> unreadable(parameter.getKey(), parameter.getValue()).stream())
                .toList();
    }

    /**
     * Returns the faults of values that cannot be read. U+0000 occurs in no code and no name, and PostgreSQL refuses
     * it. U+FFFD marks bytes that could not be decoded.
     */
    private static List<ParameterFault> unreadable(String name, List<String> values) {
        return Stream.concat(
                        fault(name, values, '\0', new Text("含有字符 U+0000", "Contains the character U+0000")),
                        fault(name, values, '\uFFFD', new Text("不是 UTF-8 编码", "Not encoded in UTF-8")))
                .toList();
    }

    private static Stream<ParameterFault> fault(String name, List<String> values, char character, Text message) {
        Predicate<String> contains = value -> value.indexOf(character) >= 0;
        return values.stream().anyMatch(contains)
                ? Stream.of(ParameterFault.invalid(name, null, message))
                : Stream.empty();
    }
}
