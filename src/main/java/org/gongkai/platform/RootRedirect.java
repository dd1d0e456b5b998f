package org.gongkai.platform;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Redirects the root path to Swagger UI, for users who open the service in a browser. The location has no host, because
 * the client can send any.
 */
@Path("/")
public class RootRedirect {

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Response redirectToSwaggerUi() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/q/swagger-ui/")
                .build();
    }
}
