package org.gongkai.http.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.gongkai.http.load.AnswerBudget.Sending;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Overload;
import org.gongkai.http.semantics.EntityBytes;
import org.gongkai.problem.Problem;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemWriter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Hands large answers to the writer that keeps pace with the client, and refuses them while too many are being sent. Small
 * ones are written by the framework at once, and fit into the buffers of a connection.
 */
public class LargeAnswers {

    /** The priority of the filter: it runs after the one that compresses answers. */
    private static final int PRIORITY = 1_000;

    private final LoadControl load;
    private final EntityBytes entities;
    private final ProblemWriter problems;

    LargeAnswers(LoadControl load, EntityBytes entities, ProblemWriter problems) {
        this.load = load;
        this.entities = entities;
        this.problems = problems;
    }

    @ServerResponseFilter(priority = PRIORITY)
    void pace(ContainerRequestContext request, ContainerResponseContext response, RoutingContext context)
            throws JsonProcessingException {
        if (!response.hasEntity()) {
            return;
        }
        Optional<byte[]> bytes = entities.of(response.getEntity());
        if (bytes.isPresent()) {
            boolean isSent = !request.getMethod().equals(HttpMethod.HEAD);
            response.setEntity(
                    isSent && PacedAnswer.isNeededFor(bytes.get())
                            ? large(bytes.get(), request, response, context)
                            : bytes.get());
        }
    }

    private Object large(
            byte[] bytes, ContainerRequestContext request, ContainerResponseContext response, RoutingContext context) {
        HttpServerRequest http = context.request();
        Client client = Client.of(request.getSecurityContext(), http.remoteAddress());
        Optional<Sending> sending = load.answers().begin(client, bytes);
        if (sending.isEmpty()) {
            return refusal(Overload.tooManyAnswers(), response, http);
        }
        // The writer is not called if anything fails before it.
        RequestEnd.run(context, sending.get()::close);
        return new LargeBody(bytes, sending.get());
    }

    private byte[] refusal(ProblemException refused, ContainerResponseContext response, HttpServerRequest http) {
        response.getHeaders().clear();
        response.setStatus(refused.type().status());
        response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        refused.headers().forEach(response.getHeaders()::putSingle);
        return problems.json(refused, http);
    }
}
