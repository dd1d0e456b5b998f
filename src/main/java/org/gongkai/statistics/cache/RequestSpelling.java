package org.gongkai.statistics.cache;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * A request without credentials, as it arrived: requests with the same spelling have the same {@link ResponseKey}.
 *
 * @param uri the path and the parameters
 * @param accept the accepted formats
 * @param language the accepted languages
 * @param coding the accepted codings
 */
record RequestSpelling(String uri, String accept, String language, String coding) {

    static RequestSpelling of(HttpServerRequest request) {
        return new RequestSpelling(
                request.uri(),
                header(request, HttpHeaders.ACCEPT),
                header(request, HttpHeaders.ACCEPT_LANGUAGE),
                header(request, HttpHeaders.ACCEPT_ENCODING));
    }

    int length() {
        return uri.length() + accept.length() + language.length() + coding.length();
    }

    /** Returns a header that may arrive in several lines. */
    private static String header(HttpServerRequest request, String name) {
        return String.join(",", request.headers().getAll(name));
    }
}
