package org.gongkai.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;

/** Adds the descriptions of operations and parameters, from the Javadoc of the resource methods. */
final class Operations {

    private static final List<Class<? extends Annotation>> OUTSIDE_THE_BODY =
            List.of(BeanParam.class, Context.class, HeaderParam.class, PathParam.class, QueryParam.class);

    private final Map<String, Method> methods;

    Operations(IndexView index) {
        methods = AppClasses.of(index, known -> known.hasDeclaredAnnotation(Path.class))
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .collect(Collectors.toMap(Method::getName, Function.identity()));
    }

    /** Returns the method that implements an operation. */
    Method method(Operation operation) {
        return methods.get(operation.getOperationId());
    }

    /** Returns all operations of a contract. */
    static Stream<Operation> all(OpenAPI document) {
        return document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream());
    }

    void document(OpenAPI document) {
        all(document).forEach(this::document);
    }

    private void document(Operation operation) {
        Method method = method(operation);
        Docs.of(method).ifPresent(operation::setDescription);
        Permissions.document(operation, method);
        ParameterOrder.apply(operation, method);
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            ParameterDefaults.moveToType(parameter);
            Docs.ofParameter(method, parameter.getName()).ifPresent(parameter::setDescription);
        }
        if (operation.getRequestBody() != null) {
            Docs.ofParameter(method, bodyName(method)).ifPresent(operation.getRequestBody()::setDescription);
        }
    }

    /** Returns the name of the only parameter that is not read from another part of the request. */
    private static String bodyName(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> OUTSIDE_THE_BODY.stream().noneMatch(parameter::isAnnotationPresent))
                .findFirst()
                .orElseThrow()
                .getName();
    }
}
