package org.gongkai.http.semantics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

    private static final String ACCEPT_ENCODING = HttpHeaders.ACCEPT_ENCODING;
    private static final Pattern FORMAT_PARAMETER = Pattern.compile("(?:^|&)format=");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer[ \\t]+(\\S+)[ \\t]*");

    private final Addresses addresses;
    private final HeadLimits limits;
    private final ProblemWriter problems;

    RequestGate(Addresses addresses, HeadLimits limits, ProblemWriter problems) {
        this.addresses = addresses;
        this.limits = limits;
        this.problems = problems;
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
            request.response().headers().remove(HttpHeaders.ALLOW);
            if (options) {
                allow(address.get(), request.response()).end();
                return true;
            }
            prepare(request, address.get());
        } else if (options && !path.equals(FRAMEWORK) && !path.startsWith(FRAMEWORK + "/")) {
            throw ProblemException.of(ProblemType.UNKNOWN_RESOURCE);
        }
        return false;
    }

    private static HttpServerResponse allow(Address address, HttpServerResponse response) {
        return response.putHeader(HttpHeaders.ALLOW, address.allow());
    }

    private static void prepare(HttpServerRequest request, Address address) {
        Operation operation = address.operation(request.method().name()).orElseThrow(() -> {
            allow(address, request.response());
            return new ProblemException(
                    ProblemType.METHOD_NOT_ALLOWED,
                    new Text("此地址支持的方法：%s", "The address supports: %s").with(address.allow()));
        });
        normalizeToken(request.headers());
        negotiateFormat(request, operation);
        negotiateCoding(request.headers());
        checkBody(request, operation);
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

    private static void negotiateFormat(HttpServerRequest request, Operation operation) {
        MultiMap headers = request.headers();
        if (!headers.contains(HttpHeaders.ACCEPT)) {
            return;
        }
        boolean named = operation.hasFormat()
                && request.query() != null
                && FORMAT_PARAMETER.matcher(request.query()).find();
        if (named || operation.offers().isEmpty()) {
            headers.remove(HttpHeaders.ACCEPT);
            return;
        }
        MediaType best = accepted(String.join(",", headers.getAll(HttpHeaders.ACCEPT)))
                .best(operation.offers())
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_ACCEPTABLE,
                        new Text("此地址提供的格式：%s", "The address offers: %s").with(names(operation.offers()))));
        headers.set(HttpHeaders.ACCEPT, best.getType() + "/" + best.getSubtype());
    }

    private static AcceptedTypes accepted(String header) {
        try {
            return AcceptedTypes.parse(header);
        } catch (IllegalArgumentException malformed) {
            throw malformed(HttpHeaders.ACCEPT, header);
        }
    }

    private static void negotiateCoding(MultiMap headers) {
        if (headers.contains(ACCEPT_ENCODING)) {
            ContentCoding coding = ContentCoding.preferred(String.join(",", headers.getAll(ACCEPT_ENCODING)));
            headers.remove(ACCEPT_ENCODING);
            if (coding == ContentCoding.GZIP) {
                headers.set(ACCEPT_ENCODING, ContentCoding.GZIP_NAME);
            }
        }
    }

    private static void checkBody(HttpServerRequest request, Operation operation) {
        if (operation.takes().isEmpty()) {
            return;
        }
        checkCoding(request);
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return;
        }
        MediaType taken = BodyTypes.taken(readable(type), operation.takes()).orElseThrow(() -> {
            request.response().putHeader(HttpHeaders.ACCEPT, names(operation.takes()));
            return new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Text("此地址接受的内容类型：%s；请求的是 %s", "The address takes %s, not %s")
                            .with(names(operation.takes()), type));
        });
        request.headers().set(HttpHeaders.CONTENT_TYPE, taken.toString());
    }

    private static void checkCoding(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !ContentCoding.isKnown(coding)) {
            request.response().putHeader(ACCEPT_ENCODING, ContentCoding.GZIP_NAME);
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Text("不接受 Content-Encoding: %s，只接受 gzip", "Content-Encoding %s is not accepted, only gzip is")
                            .with(coding));
        }
    }

    private static MediaType readable(String type) {
        try {
            return MediaType.valueOf(type);
        } catch (IllegalArgumentException malformed) {
            throw malformed(HttpHeaders.CONTENT_TYPE, type);
        }
    }

    private static ProblemException malformed(String header, String value) {
        return new ProblemException(
                ProblemType.MALFORMED_HEADER,
                new Text("请求头 %s 无法解析：%s", "The header %s cannot be parsed: %s").with(header, value));
    }

    private static String names(List<MediaType> types) {
        return types.stream()
                .map(type -> type.getType() + "/" + type.getSubtype())
                .collect(Collectors.joining(", "));
    }
}
