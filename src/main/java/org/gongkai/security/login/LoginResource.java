package org.gongkai.security.login;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The login of the pages. */
@Path("/api/v1/login")
@Tag(name = "service")
public class LoginResource {

    private final LoginConfig config;

    LoginResource(LoginConfig config) {
        this.config = config;
    }

    /**
     * Returns the OpenID Connect provider at which readers of the pages log in, with the authorization code flow and
     * PKCE. The answer is an empty object if none is configured: readers then paste a token.
     */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    @Operation(summary = "Get the identity provider of the pages")
    public LoginProvider getLogin() {
        return LoginProvider.of(config);
    }
}
