package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gongkai.http.connection.AnswerBody;
import org.gongkai.http.connection.AnswerFile;
import org.gongkai.http.connection.AnswerSpool;
import org.gongkai.http.connection.StreamedBody;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.LoadControl;
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

        /** Returns whether this takes long, or much memory, so that other requests must not wait for it. */
        default boolean isLarge(DataVersions known) throws SQLException {
            return false;
        }
    }

    /** The bytes of a response. */
    public interface Body {

        /** Writes the bytes, part by part. The stream is neither flushed nor closed. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * The content of a response.
     *
     * @param dataVersion the version of the data in its scope that it is made from
     * @param headers the headers that describe it
     * @param body writes its bytes
     * @param valuesRead number of figures that were read for it
     */
    public record Content(long dataVersion, Map<String, String> headers, Body body, long valuesRead) {}

    /** Opens a response of any length. */
    public interface StreamSource {
        Streamed open() throws SQLException;
    }

    /**
     * A response of any length, which is made while the client reads it.
     *
     * @param dataVersion the version of the data that it is made from
     * @param headers the headers that describe it
     * @param body writes its bytes
     * @param end is closed when the request has ended
     */
    public record Streamed(long dataVersion, Map<String, String> headers, Body body, Closeable end) {}

    private static final int ONE_YEAR = 31_536_000;
    private static final int BUFFER = 1 << 15;

    private final ResponseCache cache;
    private final DataState state;
    private final RollUpMetrics metrics;
    private final Computations computations;
    private final Exports exports;
    private final LoadControl load;
    private final AccessConfig access;

    ConditionalResponses(
            ResponseCache cache,
            DataState state,
            RollUpMetrics metrics,
            Computations computations,
            Exports exports,
            LoadControl load,
            AccessConfig access) {
        this.cache = cache;
        this.state = state;
        this.metrics = metrics;
        this.computations = computations;
        this.exports = exports;
        this.load = load;
        this.access = access;
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
            RoutingContext request, HttpHeaders headers, Client client, ResponseKey key, String vary, Source source) {
        Exchange exchange = Exchange.of(request, headers, client, key, vary);
        return state.known()
                .flatMap(known -> cached(exchange, known))
                .map(response -> Uni.createFrom().item(response))
                .orElseGet(() -> Worker.run(state::current)
                        .chain(current -> Worker.call(() -> load(exchange, current, source))));
    }

    /** Answers a request with a response that is not kept, however long it is. A few are sent at the same time. */
    public Uni<Response> stream(
            RoutingContext request,
            HttpHeaders headers,
            Client client,
            ResponseKey key,
            String vary,
            StreamSource source) {
        Exchange exchange = Exchange.of(request, headers, client, key, vary);
        return Worker.run(state::current)
                .chain(known -> notModified(exchange, exchange.cacheKey(known).dataVersion())
                        .map(response -> Uni.createFrom().item(response))
                        .orElseGet(() -> exports.open(request, client, source).map(open -> streamed(open, exchange))));
    }

    private Response streamed(Streamed open, Exchange exchange) {
        EntityTag identity = exchange.identityTag(open.dataVersion());
        Map<String, String> headers = headers(exchange.key().coding().tag(identity), exchange);
        headers.putAll(open.headers());
        if (exchange.isIdentity()) {
            return response(Response.ok(new StreamedBody(open.body()::writeTo)), headers);
        }
        headers.put(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP_NAME);
        return response(Response.ok(new StreamedBody(out -> ContentCoding.gzip(open.body()::writeTo, out))), headers);
    }

    /** Answers a request without the cache: its parameters have faults, which the source reports. */
    public Uni<Response> respondUncached(Source source) {
        return Worker.run(() -> {
            source.read(state.current());
            throw new IllegalStateException("A query with faults was answered");
        });
    }

    private Uni<Response> load(Exchange exchange, DataVersions known, Source source) throws SQLException {
        Optional<Response> ready = cached(exchange, known).or(() -> compressed(exchange, known));
        return ready.isPresent()
                ? Uni.createFrom().item(ready.get())
                : computations
                        .get(question(exchange, known, source), exchange.context())
                        .map(response -> answer(response, exchange));
    }

    private Computations.Question question(Exchange exchange, DataVersions known, Source source) throws SQLException {
        return new Computations.Question(
                exchange.cacheKey(known),
                exchange.client(),
                source.isLarge(known),
                () -> read(exchange, known, source));
    }

    /** Answers with the compressed form of a response that is in the cache without a coding. */
    private Optional<Response> compressed(Exchange exchange, DataVersions known) {
        return exchange.isIdentity()
                ? Optional.empty()
                : cache.find(exchange.identityKey(known)).map(found -> {
                    CachedResponse compressed = found.compressed();
                    cache.put(exchange.cacheKey(known), compressed);
                    metrics.hit(exchange.start());
                    return answer(compressed, exchange);
                });
    }

    /** Answers without the database, if the client or the cache has the response. */
    private Optional<Response> cached(Exchange exchange, DataVersions known) {
        CacheKey key = exchange.cacheKey(known);
        Optional<Response> response = cache.find(key)
                .map(found -> {
                    remember(exchange);
                    return response(found, exchange);
                })
                .or(() -> notModified(exchange, key.dataVersion()));
        response.ifPresent(answer -> metrics.hit(exchange.start()));
        return response;
    }

    /**
     * Answers 304 to a client that has the entity tag of this version of the data: it has received the response before.
     * The tag of a final response has no version, so it does not prove that the query has ever been valid.
     */
    private Optional<Response> notModified(Exchange exchange, long version) {
        EntityTag identity = exchange.identityTag(version);
        return exchange.anyTag() || exchange.key().isFinal()
                ? Optional.empty()
                : exchange.held(identity).map(held -> response(Response.notModified(), headers(held, exchange)));
    }

    /** Lets {@link CachedResponseRoute} answer the next request with the same spelling, if it needs no credentials. */
    private void remember(Exchange exchange) {
        if (exchange.key().audience().equals(Audience.PUBLIC) && !exchange.key().followsYears()) {
            cache.put(exchange.spelling(), exchange.key());
        }
    }

    /** Makes a response in the coding of the request, and keeps it if it is small. */
    private Computations.Computed read(Exchange exchange, DataVersions known, Source source)
            throws SQLException, IOException {
        Content content = source.read(known);
        EntityTag tag = exchange.identityTag(content.dataVersion());
        Map<String, String> headers = headers(tag, exchange);
        headers.putAll(content.headers());
        CachedResponse identity = new CachedResponse(tag, headers, spooled(exchange, content.body()));
        long bytes = identity.body().length();
        cache.put(exchange.identityKey(known), identity);
        CachedResponse response = coded(identity, exchange);
        cache.put(exchange.cacheKey(known), response);
        metrics.miss(exchange.start());
        return new Computations.Computed(response, content.valuesRead(), bytes);
    }

    private AnswerBody spooled(Exchange exchange, Body body) throws IOException {
        AnswerSpool spool = new AnswerSpool(cache.largest(), load.spool().open(exchange.client()));
        try {
            OutputStream out = new BufferedOutputStream(spool, BUFFER);
            body.writeTo(out);
            out.flush();
            return spool.finish();
        } catch (IOException | RuntimeException | Error failed) {
            spool.discard();
            throw failed;
        }
    }

    private CachedResponse coded(CachedResponse identity, Exchange exchange) throws IOException {
        if (exchange.isIdentity()) {
            return identity;
        }
        if (!(identity.body() instanceof AnswerFile file)) {
            return identity.compressed();
        }
        try (file) {
            return identity.compressed(spooled(exchange, out -> ContentCoding.gzip(file, out)));
        }
    }

    private Response answer(CachedResponse response, Exchange exchange) {
        remember(exchange);
        return response(response, exchange);
    }

    private Map<String, String> headers(EntityTag tag, Exchange exchange) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.ETAG, CachedResponse.text(tag));
        headers.put(HttpHeaders.CACHE_CONTROL, cacheControl(exchange.key()));
        headers.put(HttpHeaders.VARY, exchange.vary());
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
                .orElseGet(() -> response(Response.ok(found.entity()), found.headers()));
    }

    private static Response response(Response.ResponseBuilder response, Map<String, String> headers) {
        headers.forEach(response::header);
        return response.build();
    }
}
