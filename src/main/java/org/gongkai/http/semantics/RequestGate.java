package org.gongkai.http.semantics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.problem.ProblemWriter;
import org.gongkai.text.Text;

/**
 * Answers or refuses requests by their head alone, before authentication and routing: methods that an address does not
 * have, formats that it does not offer, bodies that it does not take. It rewrites the headers that it has negotiated to
 * their only possible value, so that nothing after it has to interpret them.
 */
@ApplicationScoped
class RequestGate {

    /** The priority of the filter: after the ID of the request and CORS, before authentication. */
    private static final int PRIORITY = 250;

    /** The addresses of the framework: health, metrics, the contract and its browser. */
    private static final String FRAMEWORK = "/q";

    /** The name under which the metrics and traces of the framework expect the template of an address. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private static final List<String> READS = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final String ALLOWED_ON_PAGES = "GET, HEAD, OPTIONS";

    private static final Pattern BEARER = Pattern.compile("(?i)bearer[ \\t]+(\\S+)[ \\t]*");

    private final Addresses addresses;
    private final HeadLimits limits;
    private final ProblemWriter problems;
    private final Instance<ReadOnlyAddresses> pages;

    RequestGate(
            Addresses addresses, HeadLimits limits, ProblemWriter problems, @Any Instance<ReadOnlyAddresses> pages) {
        this.addresses = addresses;
        this.limits = limits;
        this.problems = problems;
        this.pages = pages;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, PRIORITY);
    }

    private void handle(RoutingContext context) {
        try {
            if (answer(context)) {
                return;
            }
        } catch (ProblemException refused) {
            problems.write(refused, context.request());
            return;
        }
        context.next();
    }

    /** Returns whether the request has been answered. */
    private boolean answer(RoutingContext context) {
        HttpServerRequest request = context.request();
        limits.check(request);
        String path = context.normalizedPath();
        Optional<Address> address = addresses.at(path);
        boolean options = request.method().name().equals(HttpMethod.OPTIONS);
        if (address.isPresent()) {
            Vertx.currentContext().putLocal(TEMPLATE, address.get().template());
            if (options) {
                allow(address.get(), request.response()).end();
                return true;
            }
            prepare(request, address.get());
        } else if (pages.stream().anyMatch(addresses -> addresses.contain(path))) {
            return answerPage(request);
        } else if (options && !path.equals(FRAMEWORK) && !path.startsWith(FRAMEWORK + "/")) {
            throw ProblemException.of(ProblemType.UNKNOWN_RESOURCE);
        }
        return false;
    }

    /** Answers a request to a page unless it reads the page. Returns whether it did. */
    private static boolean answerPage(HttpServerRequest request) {
        String method = request.method().name();
        if (READS.contains(method)) {
            return false;
        }
        HttpServerResponse response = request.response().putHeader(HttpHeaders.ALLOW, ALLOWED_ON_PAGES);
        if (!method.equals(HttpMethod.OPTIONS)) {
            throw notAllowed(ALLOWED_ON_PAGES);
        }
        response.end();
        return true;
    }

    private static HttpServerResponse allow(Address address, HttpServerResponse response) {
        return response.putHeader(HttpHeaders.ALLOW, address.allow());
    }

    private static ProblemException notAllowed(String allowed) {
        return new ProblemException(
                ProblemType.METHOD_NOT_ALLOWED, new Text("此地址支持的方法：%s", "The address supports: %s").with(allowed));
    }

    private static void prepare(HttpServerRequest request, Address address) {
        Operation operation = address.operation(request.method().name()).orElseThrow(() -> {
            allow(address, request.response());
            return notAllowed(address.allow());
        });
        normalizeToken(request.headers());
        FormatNegotiation.run(request, operation);
        BodyCheck.run(request, operation);
    }

    /** Removes redundant blanks around the token (RFC 9110, section 11.4). */
    private static void normalizeToken(MultiMap headers) {
        String credentials = headers.get(HttpHeaders.AUTHORIZATION);
        if (credentials != null) {
            Matcher bearer = BEARER.matcher(credentials.strip());
            if (bearer.matches()) {
                headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + bearer.group(1));
            }
        }
    }
}
