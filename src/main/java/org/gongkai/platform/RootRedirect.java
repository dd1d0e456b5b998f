package org.gongkai.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Redirects the root path to Swagger UI, for users who open the service in a browser. */
@Path("/")
public class RootRedirect {

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response redirectToSwaggerUi() {
        return Response.seeOther(URI.create("/q/swagger-ui/")).build();
    }
}
