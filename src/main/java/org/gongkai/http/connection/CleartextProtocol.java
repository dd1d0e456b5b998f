package org.gongkai.http.connection;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Restricts connections without TLS to HTTP/1.1. An upgrade to HTTP/2 happens before the body has arrived, and clients
 * that wait for {@code 100 Continue} then lose it. RFC 9113 has removed this upgrade. With TLS, HTTP/2 is negotiated.
 */
@ApplicationScoped
class CleartextProtocol implements HttpServerOptionsCustomizer {

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
