package org.gongkai.http.semantics;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Checks that an operation takes a body, by its media type and its coding. */
final class BodyCheck {

    private BodyCheck() {}

    /**
     * Checks the body, and replaces its media type by the name that the operation uses for it.
     *
     * @throws ProblemException if the operation does not take it
     */
    static void run(HttpServerRequest request, Operation operation) {
        if (!operation.takes().isEmpty()) {
            checkCoding(request);
            String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
            if (type != null) {
                request.headers()
                        .set(
                                HttpHeaders.CONTENT_TYPE,
                                taken(type, request, operation).toString());
            }
        }
    }

    private static MediaType taken(String type, HttpServerRequest request, Operation operation) {
        return BodyTypes.taken(readable(type), operation.takes()).orElseThrow(() -> {
            String taken = BodyTypes.names(operation.takes());
            request.response().putHeader(HttpHeaders.ACCEPT, taken);
            return new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Text("此地址接受的内容类型：%s；请求的是 %s", "The address takes %s, not %s").with(taken, type));
        });
    }

    private static void checkCoding(HttpServerRequest request) {
        String coding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (coding != null && !ContentCoding.isKnown(coding)) {
            request.response().putHeader(HttpHeaders.ACCEPT_ENCODING, ContentCoding.GZIP_NAME);
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

    static ProblemException malformed(String header, String value) {
        return new ProblemException(
                ProblemType.MALFORMED_HEADER,
                new Text("请求头 %s 无法解析：%s", "The header %s cannot be parsed: %s").with(header, value));
    }
}
