package org.gongkai.http.answer;

import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Tags the OpenAPI document by its content, and answers 304 to a client that has it. The framework serves it. */
@ApplicationScoped
class ContractTags {

    /** The order of the route: after the routes that set headers for all responses, and before the framework's. */
    private static final int ORDER = 0;

    private static final String PATHS = "/q/openapi*";
    private static final int NOT_MODIFIED = 304;

    private final OpenApiDocumentService documents;
    private final Map<Format, EntityTag> tags = new EnumMap<>(Format.class);

    ContractTags(OpenApiDocumentService documents) {
        this.documents = documents;
    }

    void register(@Observes Router router) {
        router.route(PATHS)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(this::respond);
    }

    private void respond(RoutingContext context) {
        HttpServerRequest request = context.request();
        EntityTag tag = tag(format(context));
        Optional<EntityTag> held = new Preconditions(
                        Optional.empty(), Optional.ofNullable(request.getHeader(HttpHeaders.IF_NONE_MATCH)))
                .held(tag);
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.ETAG, "\"" + tag.getValue() + "\"")
                .putHeader(HttpHeaders.CACHE_CONTROL, "public, no-cache")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (held.isPresent()) {
            response.setStatusCode(NOT_MODIFIED).end();
        } else {
            context.next();
        }
    }

    /** Returns the format that the framework chooses. */
    private static Format format(RoutingContext context) {
        String path = context.normalizedPath();
        if (path.endsWith(".json") || path.endsWith(".yaml") || path.endsWith(".yml")) {
            return path.endsWith(".json") ? Format.JSON : Format.YAML;
        }
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        boolean accepted = accept != null && accept.contains(Format.JSON.getMimeType());
        boolean named = context.queryParam("format").stream()
                .findFirst()
                .filter(Format.JSON.name()::equalsIgnoreCase)
                .isPresent();
        return accepted || named ? Format.JSON : Format.YAML;
    }

    private synchronized EntityTag tag(Format format) {
        return tags.computeIfAbsent(
                format, known -> ContentTags.of(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, known)));
    }
}
