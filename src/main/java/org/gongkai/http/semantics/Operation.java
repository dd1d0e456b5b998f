package org.gongkai.http.semantics;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An operation of the service.
 *
 * @param addresses the addresses that have it
 * @param method its method of HTTP
 * @param offers the media types of its answer, the preferred one first; empty if it is not negotiated
 * @param hasFormat whether a parameter can name the format, which then takes precedence over {@code Accept}
 * @param takes the media types of its body; empty if it has none
 */
record Operation(
        AddressTemplate addresses, String method, List<MediaType> offers, boolean hasFormat, List<MediaType> takes) {

    private static final List<String> WITH_BODY = List.of(HttpMethod.PUT, HttpMethod.POST, HttpMethod.PATCH);

    /** Returns the operation of a method of a resource; empty if the method is none. */
    static Optional<Operation> of(Method method) {
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(named -> named != null)
                .findFirst()
                .map(named -> of(method, named.value()));
    }

    private static Operation of(Method method, String name) {
        List<String> produces = find(method, Produces.class)
                .map(Produces::value)
                .map(List::of)
                .orElse(method.getReturnType() == Response.class ? List.of() : List.of(MediaType.APPLICATION_JSON));
        List<String> consumes = find(method, Consumes.class)
                .map(Consumes::value)
                .map(List::of)
                .orElse(List.of(MediaType.APPLICATION_JSON));
        return new Operation(
                AddressTemplate.of(path(method.getDeclaringClass()) + path(method)),
                name,
                types(produces),
                produces.contains(MediaType.WILDCARD),
                WITH_BODY.contains(name) ? types(consumes) : List.of());
    }

    private static List<MediaType> types(List<String> names) {
        return names.stream()
                .filter(name -> !name.equals(MediaType.WILDCARD))
                .map(MediaType::valueOf)
                .toList();
    }

    private static <A extends Annotation> Optional<A> find(Method method, Class<A> annotation) {
        return Optional.ofNullable(method.getAnnotation(annotation))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(annotation)));
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Returns the operations of a resource. */
    static Stream<Operation> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> of(method).stream());
    }
}
