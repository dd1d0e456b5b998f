package org.gongkai.http.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.http.body.ReadsItems;
import org.gongkai.http.connection.RequestEnd;
import org.gongkai.http.idempotency.Claim.Answered;
import org.gongkai.http.idempotency.Claim.Granted;
import org.gongkai.http.semantics.EntityBytes;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Processes a request with an {@code Idempotency-Key} once, and answers its repetitions by the first answer. A batch is
 * processed again instead: its answer may be larger than memory, and the same content is never stored twice.
 */
public class RepeatedRequests {

    /** The priority of the filter of requests: the caller is admitted, the body is received and unpacked. */
    private static final int REQUEST_PRIORITY = Priorities.USER + 1_000;

    /** The priority of the filter of answers: it runs before the one that compresses them. */
    private static final int ANSWER_PRIORITY = Priorities.USER + 1_000;

    private static final List<String> WRITES = List.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE);

    /** The headers that belong to an answer, and not to the request that it is sent to. */
    private static final List<String> KEPT_HEADERS = List.of(
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_LANGUAGE,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.LINK,
            HttpHeaders.LOCATION,
            HttpHeaders.VARY);

    private static final String GRANTED = "org.gongkai.idempotency.granted";

    private static final int FIRST_FAILURE = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private static final Logger LOG = Logger.getLogger(RepeatedRequests.class);

    private final IdempotencyKeys keys;
    private final EntityBytes entities;
    private final Event<RequestRepeated> repeats;

    RepeatedRequests(IdempotencyKeys keys, EntityBytes entities, Event<RequestRepeated> repeats) {
        this.keys = keys;
        this.entities = entities;
        this.repeats = repeats;
    }

    @ServerRequestFilter(priority = REQUEST_PRIORITY)
    Optional<Response> claim(ContainerRequestContext request, ResourceInfo resource, RoutingContext context)
            throws IOException {
        String header = request.getHeaderString(IdempotencyKey.HEADER);
        Principal caller = request.getSecurityContext().getUserPrincipal();
        if (header == null || caller == null || !WRITES.contains(request.getMethod())) {
            return Optional.empty();
        }
        IdempotencyKey key = IdempotencyKey.of(caller, header);
        byte[] head = Fingerprint.ofHead(request.getMethod(), context.request().uri());
        boolean isBatch = resource.getResourceMethod().isAnnotationPresent(ReadsItems.class);
        Claim claim = keys.claim(key, head, isBatch ? null : Fingerprint.ofBody(request.getEntityStream()));
        if (claim instanceof Answered earlier) {
            repeats.fire(new RequestRepeated(key.subject()));
            return Optional.of(earlier.answer());
        }
        if (isBatch) {
            followBatch((Granted) claim, request, context);
        } else {
            request.setProperty(GRANTED, claim);
        }
        return Optional.empty();
    }

    /** Keeps what is known of a batch when its answer has been sent: that it was processed, and the hash of its body. */
    private void followBatch(Granted claim, ContainerRequestContext request, RoutingContext context) {
        FingerprintedBody body =
                new FingerprintedBody(request.getEntityStream(), claim.firstBody(), () -> keys.renew(claim.key()));
        request.setEntityStream(body);
        RequestEnd.run(context, () -> Infrastructure.getDefaultWorkerPool()
                .execute(() -> endBatch(claim, body, context.response().getStatusCode())));
    }

    private void endBatch(Granted claim, FingerprintedBody body, int status) {
        Optional<byte[]> known = Optional.ofNullable(claim.firstBody()).or(body::hash);
        end(claim.key(), () -> {
            if (known.isEmpty() || isFailure(status)) {
                keys.release(claim.key());
            } else {
                keys.complete(claim.key(), known.get(), status, null);
            }
        });
    }

    @ServerResponseFilter(priority = ANSWER_PRIORITY)
    void keep(ContainerRequestContext request, ContainerResponseContext response) throws JsonProcessingException {
        if (!(request.getProperty(GRANTED) instanceof Granted claim)) {
            return;
        }
        IdempotencyKey key = claim.key();
        int status = response.getStatus();
        if (isFailure(status)) {
            end(key, () -> keys.release(key));
            return;
        }
        Optional<byte[]> answer = answer(response).map(kept -> kept.encrypted(key));
        end(key, () -> keys.complete(key, null, status, answer.orElse(null)));
    }

    private static boolean isFailure(int status) {
        return status >= FIRST_FAILURE || status == TOO_MANY_REQUESTS;
    }

    /** Ends a claim. If the database is away, the claim ends by itself after a while: the answer is true all the same. */
    private static void end(IdempotencyKey key, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "The answer to a request of %s with a key could not be kept: %s",
                    key.subject(), failed.getMessage());
        }
    }

    /** Returns the answer; empty if it is a stream. */
    private Optional<KeptAnswer> answer(ContainerResponseContext response) throws JsonProcessingException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : KEPT_HEADERS) {
            Optional.ofNullable(response.getHeaderString(name)).ifPresent(value -> headers.put(name, value));
        }
        if (!response.hasEntity()) {
            return Optional.of(new KeptAnswer(headers, new byte[0]));
        }
        MediaType type = response.getMediaType();
        headers.put(HttpHeaders.CONTENT_TYPE, (type == null ? MediaType.APPLICATION_JSON_TYPE : type).toString());
        return entities.of(response.getEntity()).map(body -> new KeptAnswer(headers, body));
    }
}
