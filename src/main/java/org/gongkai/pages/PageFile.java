package org.gongkai.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.gongkai.http.semantics.ContentCoding;

/**
 * A file that the build has made for the pages, also compressed.
 *
 * @param type its media type
 * @param bytes its content
 * @param compressed its content in gzip
 */
record PageFile(String type, Buffer bytes, Buffer compressed) {

    private static final String FOLDER = "META-INF/resources";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    /** Reads the file at a path. Returns nothing if there is none, or none of a known type. */
    static Optional<PageFile> read(String path) {
        String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            return type == null || file == null ? Optional.empty() : Optional.of(of(type, file.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PageFile of(String type, byte[] bytes) {
        return new PageFile(type, Buffer.buffer(bytes), Buffer.buffer(ContentCoding.gzip(bytes)));
    }

    /** Sends the file in a coding that the client accepts. */
    void send(HttpServerResponse response, String acceptedCodings) {
        response.putHeader(HttpHeaders.CONTENT_TYPE, type);
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (ContentCoding.preferred(acceptedCodings) == ContentCoding.GZIP) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, ContentCoding.GZIP_NAME)
                    .end(compressed);
        } else {
            response.end(bytes);
        }
    }
}
