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
import java.time.Clock;
import java.util.Optional;
import org.gongkai.http.connection.PacedAnswer;
import org.gongkai.http.load.AnswerBudget.Sending;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.LoadLimits;
import org.gongkai.http.load.Overload;
import org.gongkai.problem.ProblemWriter;
import org.gongkai.security.AccessConfig;
import org.gongkai.statistics.data.DataState;
import org.gongkai.statistics.data.DataVersions;

/**
 * Answers requests without credentials from the cache, before authentication and filters: a request with the same
 * spelling has passed them before. It does not know which resources use the cache: a request that they have not
 * answered has no key yet and is passed on.
 */
@ApplicationScoped
class CachedResponseRoute {

    /** The order of the route: after the routes that set headers for all responses, and before the resources. */
    private static final int ORDER = 0;

    /** The paths of all resources: pages, health and metrics are never in the cache. */
    private static final String PATHS = "/api/v1/*";

    private static final int NOT_MODIFIED = 304;

    private final ResponseCache cache;
    private final DataState state;
    private final RollUpMetrics metrics;
    private final Clock clock;
    private final LoadControl load;
    private final LoadLimits limits;
    private final ProblemWriter problems;
    private final boolean isPublic;

    CachedResponseRoute(
            ResponseCache cache,
            DataState state,
            RollUpMetrics metrics,
            Clock clock,
            LoadControl load,
            LoadLimits limits,
            ProblemWriter problems,
            AccessConfig access) {
        this.cache = cache;
        this.state = state;
        this.metrics = metrics;
        this.clock = clock;
        this.load = load;
        this.limits = limits;
        this.problems = problems;
        this.isPublic = access.publicRead();
    }

    void register(@Observes Router router) {
        if (isPublic) {
            router.route(PATHS).method(HttpMethod.GET).order(ORDER).handler(this::respond);
        }
    }

    private void respond(RoutingContext context) {
        long start = System.nanoTime();
        Optional<CachedResponse> cached = find(context.request());
        Optional<String> condition = Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_NONE_MATCH));
        if (cached.isEmpty()
                || condition.filter(tag -> mustBeParsed(tag, cached.get())).isPresent()) {
            context.next();
        } else {
            write(cached.get(), condition.filter(cached.get()::hasTag).isPresent(), context);
            metrics.hit(start);
        }
    }

    /** Returns whether a condition may name the response in a list, by a weak tag or in another coding. */
    private static boolean mustBeParsed(String condition, CachedResponse cached) {
        return !cached.hasTag(condition)
                && (condition.contains("*") || condition.contains(cached.tag().getValue()));
    }

    private Optional<CachedResponse> find(HttpServerRequest request) {
        Optional<DataVersions> known = state.known();
        return known.isEmpty() || request.headers().contains(HttpHeaders.AUTHORIZATION)
                ? Optional.empty()
                : cache.find(RequestSpelling.of(request))
                        .filter(key -> key.isCurrent(clock.instant()))
                        .flatMap(key -> cache.find(CacheKey.of(key, known.get())));
    }

    private void write(CachedResponse cached, boolean notModified, RoutingContext context) {
        HttpServerResponse response = context.response();
        if (!notModified && PacedAnswer.isNeededFor(cached.bytes())) {
            writeLarge(cached, context);
            return;
        }
        cached.headers().forEach(response::putHeader);
        if (notModified) {
            response.headers().remove(HttpHeaders.CONTENT_TYPE);
            response.headers().remove(HttpHeaders.CONTENT_ENCODING);
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            response.end(Buffer.buffer(cached.bytes()));
        }
    }

    private void writeLarge(CachedResponse cached, RoutingContext context) {
        Client client = Client.anonymous(context.request().remoteAddress());
        Optional<Sending> sending = load.answers().begin(client, cached.bytes());
        if (sending.isEmpty()) {
            problems.write(Overload.tooManyAnswers(), context.request());
            return;
        }
        cached.headers().forEach(context.response()::putHeader);
        PacedAnswer.write(context, cached.body(), limits.readStall(), sending.get());
    }
}
