package org.gongkai.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.report.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the operation does not know: a misspelt filter must not silently widen a question. */
class KnownParameters {

    private final Map<Method, List<String>> byOperation = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        List<String> known = byOperation.computeIfAbsent(resource.getResourceMethod(), KnownParameters::parametersOf);
        List<ParameterFault> unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new ParameterFault(name, null, new Text("没有这个参数", "No such parameter"), known))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.ofParameters(unknown);
        }
    }

    /** No code and no name holds U+0000, and the database would choke on it. */
    @ServerRequestFilter
    void refuseNul(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        List<ParameterFault> unreadable = Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                .flatMap(parameters -> parameters.entrySet().stream())
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> value.indexOf('\0') >= 0))
                .map(parameter -> ParameterFault.invalid(
                        parameter.getKey(), null, new Text("含有字符 U+0000", "Holds the character U+0000")))
                .toList();
        if (!unreadable.isEmpty()) {
            throw ProblemException.ofParameters(unreadable);
        }
    }

    private static List<String> parametersOf(Method operation) {
        return Arrays.stream(operation.getParameters())
                .flatMap(KnownParameters::namesOf)
                .toList();
    }

    private static Stream<String> namesOf(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? Arrays.stream(parameter.getType().getFields())
                        .map(field -> field.getAnnotation(QueryParam.class))
                        .flatMap(KnownParameters::nameOf)
                : nameOf(parameter.getAnnotation(QueryParam.class));
    }

    private static Stream<String> nameOf(QueryParam parameter) {
        return parameter == null ? Stream.empty() : Stream.of(parameter.value());
    }
}
