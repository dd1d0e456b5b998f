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
 * Gives every request a name of its own, before anything else looks at it: whoever called, or a proxy on the way, may have given it
 * one. It is in every answer, in every problem, and on each line that is logged for the request.
 */
@ApplicationScoped
public class RequestId {

    /** The header that it comes in, and is answered in. */
    public static final String HEADER = "X-Request-Id";

    /** What it is called on the lines of the log. */
    static final String MDC_KEY = "requestId";

    /** Nothing that could be taken for the end of a line, of a member, or for something to be run. */
    private static final Pattern ACCEPTED = Pattern.compile("[A-Za-z0-9._:=+/-]{1,128}");

    /** Before the answers that are known already. */
    private static final int PRIORITY = 1_000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::assign, PRIORITY);
    }

    /** The name that a request was given. */
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

    /** It names, and keeps no secret: numbers that could be guessed will do. */
    private static String generate() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
