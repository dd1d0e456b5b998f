package org.gongkai.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Adds the {@code Allow} header to answers with status 405 (RFC 9110, section 15.5.6); the framework omits it. */
public class AllowedMethods {

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]+}");

    private final BeanManager beans;

    /** A method, and the pattern of the addresses that support it. */
    private record Operation(Pattern addresses, String method) {}

    AllowedMethods(BeanManager beans) {
        this.beans = beans;
    }

    @ServerResponseFilter
    public void addAllow(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == METHOD_NOT_ALLOWED) {
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.ALLOW,
                            String.join(", ", at(request.getUriInfo().getPath())));
        }
    }

    private Set<String> at(String address) {
        Set<String> methods = operations()
                .filter(operation -> operation.addresses().matcher(address).matches())
                .map(Operation::method)
                .collect(Collectors.toCollection(TreeSet::new));
        methods.add(HttpMethod.OPTIONS);
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return methods;
    }

    /** Returns all operations. They are searched on each 405, which is rare, rather than at every start. */
    private Stream<Operation> operations() {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(resource -> Stream.of(resource.getMethods()))
                .flatMap(method -> operation(method).stream());
    }

    private static Optional<Operation> operation(Method method) {
        Pattern addresses = Pattern.compile(VARIABLE.matcher(path(method)).replaceAll("[^/]+"));
        return Stream.of(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(named -> named != null)
                .findFirst()
                .map(named -> new Operation(addresses, named.value()));
    }

    private static String path(Method method) {
        Path own = method.getAnnotation(Path.class);
        Path resource = method.getDeclaringClass().getAnnotation(Path.class);
        return (resource == null ? "" : resource.value()) + (own == null ? "" : own.value());
    }
}
