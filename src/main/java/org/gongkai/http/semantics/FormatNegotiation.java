package org.gongkai.http.semantics;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.regex.Pattern;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Negotiates the format and the coding of an answer, and reduces both headers to the result. */
final class FormatNegotiation {

    private static final String ACCEPT = HttpHeaders.ACCEPT;
    private static final String ACCEPT_ENCODING = HttpHeaders.ACCEPT_ENCODING;
    private static final Pattern FORMAT_PARAMETER = Pattern.compile("(?:^|&)format=");

    private FormatNegotiation() {}

    /**
     * Negotiates.
     *
     * @throws ProblemException if the operation offers no format that the client accepts
     */
    static void run(HttpServerRequest request, Operation operation) {
        MultiMap headers = request.headers();
        if (headers.contains(ACCEPT)) {
            if (isNamed(request, operation) || operation.offers().isEmpty()) {
                headers.remove(ACCEPT);
            } else {
                headers.set(ACCEPT, BodyTypes.name(best(String.join(",", headers.getAll(ACCEPT)), operation)));
            }
        }
        if (headers.contains(ACCEPT_ENCODING)) {
            negotiateCoding(headers);
        }
    }

    /** Returns whether a parameter names the format. Its value is checked with the other parameters. */
    private static boolean isNamed(HttpServerRequest request, Operation operation) {
        return operation.hasFormat()
                && request.query() != null
                && FORMAT_PARAMETER.matcher(request.query()).find();
    }

    private static MediaType best(String header, Operation operation) {
        try {
            return AcceptedTypes.parse(header)
                    .best(operation.offers())
                    .orElseThrow(() -> new ProblemException(
                            ProblemType.NOT_ACCEPTABLE,
                            new Text("此地址提供的格式：%s", "The address offers: %s")
                                    .with(BodyTypes.names(operation.offers()))));
        } catch (IllegalArgumentException malformed) {
            throw BodyCheck.malformed(ACCEPT, header);
        }
    }

    private static void negotiateCoding(MultiMap headers) {
        ContentCoding coding = ContentCoding.preferred(String.join(",", headers.getAll(ACCEPT_ENCODING)));
        headers.remove(ACCEPT_ENCODING);
        if (coding == ContentCoding.GZIP) {
            headers.set(ACCEPT_ENCODING, ContentCoding.GZIP_NAME);
        }
    }
}
