package org.gongkai.openapi;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.gongkai.security.OptionalToken;
import org.gongkai.security.OwnAgency;
import org.gongkai.security.Role;

/** Documents the roles of each operation, from its security annotations. */
final class Permissions {

    private static final String BEARER = "bearer";

    private Permissions() {}

    static void declare(Components components) {
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description(
                                "A JSON Web Token of the configured OpenID Connect provider or of the local issuer. The"
                                        + " claim `groups` contains the roles `oversight` or `submitter`. For a"
                                        + " `submitter`, the claim `agencies` lists the codes of the agencies whose"
                                        + " reports it submits, and the claim `districts` those of districts whose agencies"
                                        + " it represents as well. With `oversight`, `districts` limits the token to them."
                                        + " The claim `years` limits any token to some report years. With the claim"
                                        + " `sandbox`, a `submitter` has the role `sandbox` instead: it submits tests, and"
                                        + " reads like the public."));
    }

    /** Returns the roles, one of which is required; empty if none is required. */
    static List<String> roles(Method method) {
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .map(allowed -> List.of(allowed.value()))
                .orElse(List.of());
    }

    static void document(Operation operation, Method method) {
        List<String> roles = roles(method);
        boolean isOptional = method.isAnnotationPresent(OptionalToken.class);
        boolean isAuthenticated = method.isAnnotationPresent(Authenticated.class);
        if (roles.isEmpty() && !isOptional && !isAuthenticated) {
            operation.setSecurity(List.of());
            return;
        }
        SecurityRequirement token = OASFactory.createSecurityRequirement().addScheme(BEARER);
        if (roles.contains(Role.READER) || isOptional) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
        operation.addSecurityRequirement(token);
        operation.setDescription(operation.getDescription() + "\n\n" + audience(roles, method));
    }

    private static String audience(List<String> roles, Method method) {
        if (method.isAnnotationPresent(Authenticated.class)) {
            return "Requires a token, with or without a role.";
        }
        if (roles.isEmpty()) {
            return "Needs no token. A valid token may show more.";
        }
        if (roles.contains(Role.READER)) {
            return "Needs no token, unless the service is configured to require one.";
        }
        String own = method.isAnnotationPresent(OwnAgency.class) ? " of the agency" : "";
        return roles.stream()
                .map(role -> "`" + role + "`" + (role.equals(Role.OVERSIGHT) ? "" : own))
                .collect(Collectors.joining(" or ", "Requires the role ", "."));
    }
}
