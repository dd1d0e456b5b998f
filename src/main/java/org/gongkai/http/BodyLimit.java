package org.gongkai.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import org.gongkai.http.semantics.ContentCoding;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Reads bodies, unpacks them, and refuses those over the limit. An announced length over the limit is refused before
 * any byte is read; otherwise, reading stops at the first byte over the limit. Bodies that are not UTF-8 are refused as
 * well, except for documents.
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

        /** Maximum size of a compressed batch after it has been unpacked. */
        @WithDefault("256M")
        MemorySize unpacked();
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
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        boolean packed = coding != null && ContentCoding.isGzip(coding);
        if (resource.getResourceMethod().isAnnotationPresent(ReadsItems.class)) {
            long most = packed ? limits.unpacked().asLongValue() : Long.MAX_VALUE;
            request.setEntityStream(new ReceivedBody(request.getEntityStream(), packed, most));
            return;
        }
        boolean document = resource.getResourceMethod().isAnnotationPresent(TakesDocument.class);
        long limit = (document ? limits.document() : limits.body()).asLongValue();
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && Long.parseLong(announced) > limit) {
            throw ReceivedBody.tooLarge(limit);
        }
        byte[] body = new ReceivedBody(request.getEntityStream(), packed, limit).readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(document ? body : Utf8.of(body, request.getMediaType())));
    }
}
