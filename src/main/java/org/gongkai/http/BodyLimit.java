package org.gongkai.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads bodies and refuses those over the limit. An announced length over the limit is refused before any byte is
 * read; without one, reading stops at the first byte over the limit. Bodies that are not UTF-8 are refused as well,
 * except for documents.
 */
public class BodyLimit {

    /** Limits on what clients may send. */
    @ConfigMapping(prefix = "gongkai.limits")
    public interface Limits {

        /**
         * Maximum size of a body, and of an item of a batch. A report has about 8 KB of figures; the rest is space for
         * texts.
         */
        @WithDefault("2M")
        MemorySize body();

        /** Maximum size of a document that a report is read from. Web pages have some hundred KB. */
        @WithDefault("10M")
        MemorySize document();
    }

    /** Methods whose bodies no operation reads. */
    private static final Set<String> WITHOUT_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Limits limits;

    BodyLimit(Limits limits) {
        this.limits = limits;
    }

    @ServerRequestFilter
    void limit(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        if (WITHOUT_BODY.contains(request.getMethod())) {
            return;
        }
        MediaType type = readable(request);
        refuseEncoded(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (resource.getResourceMethod().isAnnotationPresent(ReadsItems.class)) {
            return;
        }
        boolean document = resource.getResourceMethod().isAnnotationPresent(TakesDocument.class);
        long limit = (document ? limits.document() : limits.body()).asLongValue();
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > limit) {
            throw tooLarge(limit);
        }
        byte[] body = request.getEntityStream().readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE));
        if (body.length > limit) {
            throw tooLarge(limit);
        }
        request.setEntityStream(new ByteArrayInputStream(document ? body : Utf8.of(body, type)));
    }

    /** Returns the media type. The framework accepts some malformed types, and fails on them later. */
    private static MediaType readable(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(ProblemType.MALFORMED_HEADER);
        }
    }

    /** Refuses compressed bodies: their size is unknown before they are decompressed. */
    private static void refuseEncoded(String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Text("不接受 Content-Encoding: %s", "Content-Encoding: %s is not accepted").with(encoding));
        }
    }

    private static ProblemException tooLarge(long limit) {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE, new Text("请求正文最多 %s 字节", "The body must not exceed %s bytes").with(limit));
    }
}
