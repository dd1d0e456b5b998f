package org.gongkai.statistics.cache;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import org.gongkai.http.answer.Preconditions;
import org.gongkai.http.load.Client;
import org.gongkai.http.semantics.ContentCoding;
import org.gongkai.statistics.data.DataVersions;

/**
 * A request for a response.
 *
 * @param key everything that the response depends on, except for the data
 * @param vary the request headers that the response depends on
 * @param preconditions the conditions of the request
 * @param anyTag whether the condition is met by any response
 * @param spelling the request as it arrived
 * @param client the client that asks
 * @param context the request itself
 * @param start when the request arrived, as {@link System#nanoTime()}
 */
record Exchange(
        ResponseKey key,
        String vary,
        Preconditions preconditions,
        boolean anyTag,
        RequestSpelling spelling,
        Client client,
        RoutingContext context,
        long start) {

    /**
     * Returns a request.
     *
     * @param key everything that the response depends on, except for the data and the coding
     */
    static Exchange of(RoutingContext request, HttpHeaders headers, Client client, ResponseKey key, String vary) {
        return new Exchange(
                key.in(coding(headers, vary)),
                vary,
                Preconditions.of(headers),
                "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)),
                RequestSpelling.of(request.request()),
                client,
                request,
                System.nanoTime());
    }

    /** Returns the coding of the response; only text depends on the codings that the client accepts. */
    private static ContentCoding coding(HttpHeaders headers, String vary) {
        return vary.contains(HttpHeaders.ACCEPT_ENCODING) ? ContentCoding.preferred(headers) : ContentCoding.IDENTITY;
    }

    /** Returns whether the response has no coding. */
    boolean isIdentity() {
        return key.coding() == ContentCoding.IDENTITY;
    }

    /** Returns the key of the response in the cache. */
    CacheKey cacheKey(DataVersions known) {
        return CacheKey.of(key, known);
    }

    /** Returns the key of the response without a coding in the cache. */
    CacheKey identityKey(DataVersions known) {
        return CacheKey.of(key.in(ContentCoding.IDENTITY), known);
    }

    /** Returns the tag of the response without a coding, from data of a version in its scope. */
    EntityTag identityTag(long version) {
        return key.in(ContentCoding.IDENTITY).entityTag(version);
    }

    /** Returns the tag of the response, in the coding that it is sent in or in none, if the client has it. */
    Optional<EntityTag> held(EntityTag identity) {
        return preconditions.held(identity);
    }
}
