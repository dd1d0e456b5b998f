package org.gongkai.statistics.cache;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gongkai.security.AccessConfig;
import org.gongkai.statistics.data.DataState;

/**
 * Gives what everybody may know and has been answered already, before anything else looks at the request: as it was asked before to
 * the letter, it has been found to be in order. Whoever shows a token, or asks something new, goes on to the resources.
 */
@ApplicationScoped
class CachedResponseRoute {

    private static final List<String> PATHS = List.of("/api/v1/statistics", "/api/v1/consolidated-reports/:year");

    /** After what sets headers for all answers, before the resources. */
    private static final int ORDER = 0;

    private static final int NOT_MODIFIED = 304;

    private final ResponseCache responseCache;
    private final DataState state;
    private final RollUpMetrics metrics;
    private final boolean isPublic;

    CachedResponseRoute(ResponseCache responseCache, DataState state, RollUpMetrics metrics, AccessConfig access) {
        this.responseCache = responseCache;
        this.state = state;
        this.metrics = metrics;
        this.isPublic = access.publicRead();
    }

    void register(@Observes Router router) {
        if (isPublic) {
            PATHS.forEach(
                    path -> router.route(HttpMethod.GET, path).order(ORDER).handler(this::answer));
        }
    }

    private void answer(RoutingContext context) {
        long began = System.nanoTime();
        Optional<CachedResponse> known = find(context.request());
        String has = context.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known.isEmpty()
                || has == null && !known.get().hasBody()
                || has != null && !has.equals(known.get().tag())) {
            context.next();
        } else {
            write(known.get(), has != null, context.response());
            metrics.hit(began);
        }
    }

    private Optional<CachedResponse> find(HttpServerRequest request) {
        OptionalLong current = state.known();
        return current.isEmpty() || request.headers().contains(HttpHeaders.AUTHORIZATION)
                ? Optional.empty()
                : responseCache.find(ResponseCache.Asked.of(request, "", current.getAsLong()));
    }

    private static void write(CachedResponse cachedResponse, boolean unchanged, HttpServerResponse response) {
        cachedResponse.headers().forEach(response::putHeader);
        if (unchanged) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(Buffer.buffer(cachedResponse.body()));
        }
    }
}
