package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.gongkai.http.Preconditions;
import org.gongkai.security.AccessConfig;
import org.gongkai.statistics.data.DataState;

/**
 * Makes it cheap to ask again. What was answered from the data as they still are is given once more, and who has it already is told so by
 * 304; neither takes the database.
 */
@ApplicationScoped
public class ConditionalResponses {

    /** What everybody may know. */
    public static final String EVERYBODY = "";

    /** Something that can be answered. */
    public interface Source {

        /** Sets the tag of what is written one way apart from what is written another. */
        String tagSuffix();

        /** By what else in a request the answer could have been another. */
        String vary();

        /** Whether it is asked as of an instant, so that the answer stays the same for good. */
        boolean settled();

        /** Checks that it can be asked at all, without reading a figure. */
        void check(long state) throws SQLException;

        /** Answers from data in a given state, or a later one. */
        Written answer(long state) throws SQLException;
    }

    /**
     * What a source answers.
     *
     * @param dataVersion the state of the data it is made from
     * @param headers what it is, and what to call it
     * @param body the bytes
     */
    public record Written(long dataVersion, Map<String, String> headers, byte[] body) {}

    private static final int A_YEAR = 31_536_000;

    private final ResponseCache responseCache;
    private final DataState state;
    private final RollUpMetrics metrics;
    private final AccessConfig access;

    ConditionalResponses(ResponseCache responseCache, DataState state, RollUpMetrics metrics, AccessConfig access) {
        this.responseCache = responseCache;
        this.state = state;
        this.metrics = metrics;
        this.access = access;
    }

    /**
     * Answers a question, or says that nothing has changed.
     *
     * @param audience sets those who are told one thing apart from those who are told another, or {@link #EVERYBODY}
     */
    public Uni<Response> answer(HttpServerRequest request, HttpHeaders headers, String audience, Source source) {
        long began = System.nanoTime();
        Preconditions preconditions = Preconditions.of(headers);
        OptionalLong current = state.known();
        if (current.isPresent()) {
            CachedResponse known = find(ResponseCache.Asked.of(request, audience, current.getAsLong()), preconditions);
            if (known != null) {
                metrics.hit(began);
                return Uni.createFrom().item(respond(known, preconditions));
            }
        }
        return Uni.createFrom()
                .item(() -> respond(ask(request, audience, preconditions, source), preconditions))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Of whom has the answer, it is enough to know its tag. */
    private CachedResponse find(ResponseCache.Asked asked, Preconditions preconditions) {
        return responseCache
                .find(asked)
                .filter(cachedResponse -> cachedResponse.hasBody() || has(cachedResponse.tag(), preconditions))
                .orElse(null);
    }

    private CachedResponse ask(HttpServerRequest request, String audience, Preconditions preconditions, Source source) {
        long began = System.nanoTime();
        try {
            ResponseCache.Asked asked = ResponseCache.Asked.of(request, audience, state.current());
            CachedResponse known = find(asked, preconditions);
            if (known != null) {
                metrics.hit(began);
                return known;
            }
            CachedResponse cachedResponse = ask(asked, preconditions, source);
            metrics.miss(began);
            responseCache.keep(asked, cachedResponse);
            return cachedResponse;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private CachedResponse ask(ResponseCache.Asked asked, Preconditions preconditions, Source source)
            throws SQLException {
        boolean shared = access.publicRead() && asked.audience().equals(EVERYBODY);
        String tag = tag(asked.state(), source);
        if (!source.settled() && has(tag, preconditions)) {
            source.check(asked.state());
            return CachedResponse.unchanged(tag, headers(tag, shared, source));
        }
        Written written = source.answer(asked.state());
        String made = tag(written.dataVersion(), source);
        Map<String, String> headers = headers(made, shared, source);
        headers.putAll(written.headers());
        return new CachedResponse(made, headers, written.body());
    }

    private static Map<String, String> headers(String tag, boolean shared, Source source) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ETAG, tag);
        headers.put(HttpHeaders.CACHE_CONTROL, cacheControl(shared, source));
        headers.put(HttpHeaders.VARY, source.vary());
        return headers;
    }

    /** Caches ask each time whether an answer still holds, unless it holds for good and for everybody. */
    private static String cacheControl(boolean shared, Source source) {
        return shared && source.settled()
                ? "public, max-age=" + A_YEAR + ", immutable"
                : (shared ? "public" : "private") + ", no-cache";
    }

    private static String tag(long state, Source source) {
        return "\"" + state + source.tagSuffix() + "\"";
    }

    private static boolean has(String tag, Preconditions preconditions) {
        return preconditions.alreadyHas(new EntityTag(tag.substring(1, tag.length() - 1)));
    }

    private static Response respond(CachedResponse cachedResponse, Preconditions preconditions) {
        Response.ResponseBuilder response =
                has(cachedResponse.tag(), preconditions) ? Response.notModified() : Response.ok(cachedResponse.body());
        cachedResponse.headers().forEach(response::header);
        return response.build();
    }
}
