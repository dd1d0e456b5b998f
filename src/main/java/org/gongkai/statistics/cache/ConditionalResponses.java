package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.http.Preconditions;
import org.gongkai.http.load.Client;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.security.AccessConfig;
import org.gongkai.statistics.data.DataState;
import org.gongkai.statistics.data.DataVersions;

/**
 * Answers from the cache while the data have not changed, and with 304 when the client already has the response.
 * Neither needs the database.
 */
@ApplicationScoped
public class ConditionalResponses {

    /** An operation that makes a response from the data. */
    public interface Source {

        /** Makes the response from data of the known versions, or of later ones. */
        Content read(DataVersions known) throws SQLException;
    }

    /**
     * The content of a response.
     *
     * @param dataVersion the version of the data in its scope that it is made from
     * @param headers the headers that describe it
     * @param body its bytes
     * @param valuesRead number of figures that were read for it
     */
    public record Content(long dataVersion, Map<String, String> headers, byte[] body, long valuesRead) {}

    private static final int ONE_YEAR = 31_536_000;

    private final ResponseCache cache;
    private final DataState state;
    private final RollUpMetrics metrics;
    private final Computations computations;
    private final AccessConfig access;

    ConditionalResponses(
            ResponseCache cache,
            DataState state,
            RollUpMetrics metrics,
            Computations computations,
            AccessConfig access) {
        this.cache = cache;
        this.state = state;
        this.metrics = metrics;
        this.computations = computations;
        this.access = access;
    }

    /**
     * A request for a response.
     *
     * @param key everything that the response depends on, except for the data
     * @param vary the request headers that the response depends on
     * @param preconditions the conditions of the request
     * @param anyTag whether the condition is met by any response
     * @param spelling the request as it arrived
     * @param client the client that asks
     * @param start when the request arrived, as {@link System#nanoTime()}
     */
    private record Exchange(
            ResponseKey key,
            String vary,
            Preconditions preconditions,
            boolean anyTag,
            RequestSpelling spelling,
            Client client,
            long start) {

        /** Returns the tag of the response, in the coding that it is sent in or in none, if the client has it. */
        Optional<EntityTag> held(EntityTag identity) {
            return preconditions.held(identity);
        }
    }

    /**
     * Answers a request.
     *
     * @param client the client that asks
     * @param key everything that the response depends on, except for the data
     * @param vary the request headers that the response depends on
     * @param source makes the response when it is not in the cache
     */
    public Uni<Response> respond(
            HttpServerRequest request,
            HttpHeaders headers,
            Client client,
            ResponseKey key,
            String vary,
            Source source) {
        boolean anyTag = "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        Exchange exchange = new Exchange(
                key.in(coding(headers, vary)),
                vary,
                Preconditions.of(headers),
                anyTag,
                RequestSpelling.of(request),
                client,
                System.nanoTime());
        return state.known()
                .flatMap(known -> cached(exchange, known))
                .map(response -> Uni.createFrom().item(response))
                .orElseGet(() -> Worker.run(state::current).chain(current -> load(exchange, current, source)));
    }

    /** Returns the coding of the response; only text depends on the codings that the client accepts. */
    private static ContentCoding coding(HttpHeaders headers, String vary) {
        return vary.contains(HttpHeaders.ACCEPT_ENCODING) ? ContentCoding.preferred(headers) : ContentCoding.IDENTITY;
    }

    /** Answers a request without the cache: its parameters have faults, which the source reports. */
    public Uni<Response> respondUncached(Source source) {
        return Worker.run(() -> {
            source.read(state.current());
            throw new IllegalStateException("A query with faults was answered");
        });
    }

    private Uni<Response> load(Exchange exchange, DataVersions known, Source source) {
        return cached(exchange, known)
                .or(() -> compressed(exchange, known))
                .map(response -> Uni.createFrom().item(response))
                .orElseGet(() -> computations
                        .get(identity(exchange, known), exchange.client, () -> read(exchange, known, source))
                        .map(response -> answer(response, exchange, known)));
    }

    private static CacheKey identity(Exchange exchange, DataVersions known) {
        return CacheKey.of(exchange.key.in(ContentCoding.IDENTITY), known);
    }

    /** Answers with the compressed form of a response that is in the cache without a coding. */
    private Optional<Response> compressed(Exchange exchange, DataVersions known) {
        return exchange.key.coding() == ContentCoding.IDENTITY
                ? Optional.empty()
                : cache.find(identity(exchange, known)).map(found -> {
                    Response response = answer(found, exchange, known);
                    metrics.hit(exchange.start);
                    return response;
                });
    }

    /** Answers without the database, if the client or the cache has the response. */
    private Optional<Response> cached(Exchange exchange, DataVersions known) {
        CacheKey key = CacheKey.of(exchange.key, known);
        Optional<Response> response = cache.find(key)
                .map(found -> {
                    remember(exchange);
                    return response(found, exchange);
                })
                .or(() -> notModified(exchange, key.dataVersion()));
        response.ifPresent(answer -> metrics.hit(exchange.start));
        return response;
    }

    /**
     * Answers 304 to a client that has the entity tag of this version of the data: it has received the response before.
     * The tag of a final response has no version, so it does not prove that the query has ever been valid.
     */
    private Optional<Response> notModified(Exchange exchange, long version) {
        EntityTag identity = exchange.key.in(ContentCoding.IDENTITY).entityTag(version);
        return exchange.anyTag || exchange.key.isFinal()
                ? Optional.empty()
                : exchange.held(identity).map(held -> response(Response.notModified(), headers(held, exchange)));
    }

    /** Lets {@link CachedResponseRoute} answer the next request with the same spelling, if it needs no credentials. */
    private void remember(Exchange exchange) {
        if (exchange.key.audience().equals(Audience.PUBLIC)) {
            cache.put(exchange.spelling, exchange.key);
        }
    }

    /** Makes a response, and keeps it. */
    private Computations.Computed read(Exchange exchange, DataVersions known, Source source) throws SQLException {
        Content content = source.read(known);
        EntityTag tag = exchange.key.in(ContentCoding.IDENTITY).entityTag(content.dataVersion());
        Map<String, String> headers = headers(tag, exchange);
        headers.putAll(content.headers());
        CachedResponse response = new CachedResponse(tag, headers, content.body());
        cache.put(identity(exchange, known), response);
        metrics.miss(exchange.start);
        return new Computations.Computed(response, content.valuesRead());
    }

    /** Answers with a response that has no coding yet, in the coding of the request. */
    private Response answer(CachedResponse identity, Exchange exchange, DataVersions known) {
        remember(exchange);
        if (exchange.key.coding() == ContentCoding.IDENTITY) {
            return response(identity, exchange);
        }
        CachedResponse compressed = identity.compressed();
        cache.put(CacheKey.of(exchange.key, known), compressed);
        return response(compressed, exchange);
    }

    private Map<String, String> headers(EntityTag tag, Exchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ETAG, CachedResponse.text(tag));
        headers.put(HttpHeaders.CACHE_CONTROL, cacheControl(exchange.key));
        headers.put(HttpHeaders.VARY, exchange.vary);
        return headers;
    }

    /** Lets caches ask each time whether a response is current, unless it is public and never changes. */
    private String cacheControl(ResponseKey key) {
        boolean isPublic = access.publicRead() && key.audience().equals(Audience.PUBLIC);
        return isPublic && key.isFinal()
                ? "public, max-age=" + ONE_YEAR + ", immutable"
                : (isPublic ? "public" : "private") + ", no-cache";
    }

    private static Response response(CachedResponse found, Exchange exchange) {
        return exchange.held(found.tag())
                .map(held -> response(Response.notModified(), found.headersOfUnmodified(held)))
                .orElseGet(() -> response(Response.ok(found.body()), found.headers()));
    }

    private static Response response(Response.ResponseBuilder response, Map<String, String> headers) {
        headers.forEach(response::header);
        return response.build();
    }
}
