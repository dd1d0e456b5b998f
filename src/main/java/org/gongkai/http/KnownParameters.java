package org.gongkai.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongkai.problem.ParameterFault;
import org.gongkai.problem.ProblemException;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses unknown and unreadable parameters. A misspelt filter would otherwise silently widen the result. */
class KnownParameters {

    private final Map<Method, List<String>> byOperation = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(ContainerRequestContext request, ResourceInfo resource) {
        List<String> known = byOperation.computeIfAbsent(resource.getResourceMethod(), KnownParameters::parametersOf);
        List<ParameterFault> unknown = request.getUriInfo().getQueryParameters().keySet().stream()
                .filter(name -> !known.contains(name))
                .map(name -> new ParameterFault(name, null, new Text("没有这个参数", "Unknown parameter"), known))
                .toList();
        if (!unknown.isEmpty()) {
            throw ProblemException.ofParameters(unknown);
        }
    }

    /**
     * Refuses unreadable values. An empty filter must not silently mean no filter. U+0000 occurs in no code and no
     * name, and PostgreSQL refuses it. U+FFFD marks bytes that could not be decoded.
     */
    @ServerRequestFilter
    void refuseUnreadable(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        List<ParameterFault> unreadable = Stream.concat(
                        faults(uri.getQueryParameters(), String::isBlank, new Text("不能为空", "Must not be empty")),
                        Stream.of(uri.getPathParameters(), uri.getQueryParameters())
                                .flatMap(KnownParameters::undecodable))
                .toList();
        if (!unreadable.isEmpty()) {
            throw ProblemException.ofParameters(unreadable);
        }
    }

    private static Stream<ParameterFault> undecodable(MultivaluedMap<String, String> parameters) {
        return Stream.concat(
                faults(
                        parameters,
                        value -> value.indexOf('\0') >= 0,
                        new Text("含有字符 U+0000", "Contains the character U+0000")),
                faults(
                        parameters,
                        value -> value.indexOf('\uFFFD') >= 0,
                        new Text("不是 UTF-8 编码", "Not encoded in UTF-8")));
    }

    private static Stream<ParameterFault> faults(
            MultivaluedMap<String, String> parameters, Predicate<String> wrong, Text message) {
        return parameters.entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(wrong))
                .map(parameter -> ParameterFault.invalid(parameter.getKey(), null, message));
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
