package org.gongkai.http.semantics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sets the headers for caches on every answer that does not set {@code Cache-Control} itself. Answers of the API differ
 * by caller, so only the cache of the caller may keep them, and it has to ask each time. Problems and answers to changes
 * are not kept at all.
 */
@ApplicationScoped
class CachePolicy {

    /** The priority of the filter: before every filter that may answer or refuse a request. */
    private static final int PRIORITY = 3_000;

    private static final String API = "/api/";
    private static final String NOT_SHARED = "private, no-cache";
    private static final String NOT_STORED = "no-store";
    private static final int FIRST_ERROR = 400;
    private static final int NOT_MODIFIED = 304;
    private static final List<HttpMethod> READS = List.of(HttpMethod.GET, HttpMethod.HEAD);

    void register(@Observes Filters filters) {
        filters.register(CachePolicy::handle, PRIORITY);
    }

    private static void handle(RoutingContext context) {
        context.addHeadersEndHandler(ended -> apply(context));
        context.next();
    }

    private static void apply(RoutingContext context) {
        HttpServerResponse response = context.response();
        MultiMap headers = response.headers();
        if (headers.contains(HttpHeaders.CACHE_CONTROL)) {
            return;
        }
        boolean isApi = context.normalizedPath().startsWith(API);
        boolean isError = response.getStatusCode() >= FIRST_ERROR;
        if (isApi || isError) {
            boolean isRead = READS.contains(context.request().method());
            headers.set(HttpHeaders.CACHE_CONTROL, isRead && !isError ? NOT_SHARED : NOT_STORED);
        }
        if (isApi) {
            headers.set(HttpHeaders.VARY, vary(headers, response.getStatusCode()));
        }
    }

    /**
     * Returns the names that the answer has already set, which are those of its format, language and coding, and the
     * caller. An answer without a body has the same names as the answer with the body.
     */
    private static String vary(MultiMap headers, int status) {
        Set<String> names = headers.getAll(HttpHeaders.VARY).stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::strip)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        names.add(HttpHeaders.AUTHORIZATION);
        if (status == NOT_MODIFIED) {
            names.add(HttpHeaders.ACCEPT_ENCODING);
        }
        return String.join(", ", names);
    }
}
