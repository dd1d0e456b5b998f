package org.gongkai.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.gongkai.security.login.LoginConfig;

/**
 * Serves the same document for the address of every screen; its script shows the screen, or says that there is none. A client
 * that does not ask for a page at the root gets the addresses of the API, or is sent to the browser of the API.
 */
@ApplicationScoped
class PageRoutes {

    /** Before the files of the framework, which would answer the root to every client. */
    private static final int ORDER = 0;

    /** The document that the build has made: with the names of the files of this version. */
    private static final String DOCUMENT = "/index.html";

    private static final String FILES = "/static/(?:bundle/)?[A-Za-z0-9_-]+[.][a-z]+";
    private static final String BUNDLE = "/static/bundle/";

    private static final String ASK_EACH_TIME = "no-cache";

    /** The name of a file of the bundle changes with its content. */
    private static final String KEEP = "public, max-age=31536000, immutable";

    private static final int NOT_FOUND = 404;
    private static final int SEE_OTHER = 303;
    private static final int PERMANENT_REDIRECT = 308;

    private static final JsonObject ENTRY = new JsonObject()
            .put("api", "/api/v1")
            .put("contract", "/q/openapi")
            .put("documentation", "/q/swagger-ui/")
            .put("problems", "/problems");

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();
    private final PageFile document = PageFile.read(DOCUMENT).orElseThrow();
    private final String policy;

    PageRoutes(LoginConfig login) {
        policy = PagePolicy.with(login.issuer());
    }

    void register(@Observes Router router) {
        reads(router.route("/")).handler(this::root);
        reads(router.route(DOCUMENT)).handler(this::document);
        reads(router.routeWithRegex(PageAddresses.SCREENS)).handler(this::document);
        reads(router.routeWithRegex(FILES)).handler(this::file);
        reads(router.routeWithRegex(PageAddresses.UNKNOWN)).handler(this::unknown);
    }

    private static Route reads(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD).order(ORDER);
    }

    private void root(RoutingContext context) {
        HttpServerResponse response = context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (accepts(context, MediaType.TEXT_HTML)) {
            document(context);
        } else if (accepts(context, MediaType.APPLICATION_JSON)) {
            response.putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                    .end(ENTRY.encode());
        } else {
            // The location has no host, because the client can send any.
            response.setStatusCode(SEE_OTHER)
                    .putHeader(HttpHeaders.LOCATION, ENTRY.getString("documentation"))
                    .end();
        }
    }

    /** Answers a person with a page, whose script says that there is no such page. Programs get a problem. */
    private void unknown(RoutingContext context) {
        if (accepts(context, MediaType.TEXT_HTML)) {
            context.response().setStatusCode(NOT_FOUND).putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
            document(context);
        } else {
            context.next();
        }
    }

    /** Returns whether a request names a type. A wildcard does not count: programs send it without any preference. */
    private static boolean accepts(RoutingContext context, String type) {
        return context.request().headers().getAll(HttpHeaders.ACCEPT).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(range -> range.split(";")[0].strip().equalsIgnoreCase(type));
    }

    private void document(RoutingContext context) {
        if (!context.request().path().equals(context.normalizedPath())) {
            redirect(context);
            return;
        }
        context.response()
                .putHeader("Content-Security-Policy", policy)
                .putHeader(HttpHeaders.CACHE_CONTROL, ASK_EACH_TIME);
        send(document, context);
    }

    /** The script reads the address as it was sent: two slashes at its beginning would be another host. */
    private static void redirect(RoutingContext context) {
        String query = context.request().query();
        context.response()
                .setStatusCode(PERMANENT_REDIRECT)
                .putHeader(HttpHeaders.LOCATION, context.normalizedPath() + (query == null ? "" : "?" + query))
                .end();
    }

    private void file(RoutingContext context) {
        String path = context.normalizedPath();
        PageFile file =
                files.computeIfAbsent(path, missing -> PageFile.read(missing).orElse(null));
        if (file == null) {
            context.next();
            return;
        }
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, path.startsWith(BUNDLE) ? KEEP : ASK_EACH_TIME);
        send(file, context);
    }

    private static void send(PageFile file, RoutingContext context) {
        file.send(context.response(), context.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
    }
}
