package org.gongkai.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * Assigns an ID to every request before any other filter runs. The client, or a proxy, may supply the ID. It is part
 * of every answer, of every problem, and of each log line for the request.
 */
@ApplicationScoped
public class RequestId {

    /** The header of the ID, in requests and in answers. */
    public static final String HEADER = "X-Request-Id";

    /** The key of the ID in the log. */
    static final String MDC_KEY = "requestId";

    /** The format of IDs, as a regular expression. */
    static final String FORMAT = "^[A-Za-z0-9._:=+/-]{1,128}$";

    /** The accepted IDs. They contain no line break, no delimiter of JSON, and nothing that could be executed. */
    private static final Pattern ACCEPTED = Pattern.compile(FORMAT);

    /** The priority of the filter: it runs before the filter that answers from the cache. */
    private static final int PRIORITY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::assign, PRIORITY);
    }

    /** Returns the ID of a request. */
    public static String of(HttpServerRequest request) {
        return request.response().headers().get(HEADER);
    }

    private static void assign(RoutingContext context) {
        String given = context.request().getHeader(HEADER);
        String id = given != null && ACCEPTED.matcher(given).matches() ? given : generate();
        context.response().putHeader(HEADER, id);
        MDC.put(MDC_KEY, id);
        context.next();
    }

    /** Generates an ID. It is not a secret, so a predictable random number is sufficient. */
    private static String generate() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
