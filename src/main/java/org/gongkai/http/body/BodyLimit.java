package org.gongkai.http.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gongkai.http.load.LoadLimits;
import org.gongkai.http.semantics.ContentCoding;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Unpacks bodies, and refuses those that are over the limit then. Bodies that are not UTF-8 are refused as well, except
 * for documents. The bytes of a batch are unpacked and checked while they are read.
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

    private final Limits limits;
    private final Arrival ofBatches;

    BodyLimit(Limits limits, LoadLimits load) {
        this.limits = limits;
        this.ofBatches = new Arrival(load.bodyGrace(), load.batchRate().asLongValue());
    }

    @ServerRequestFilter
    void limit(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) throws IOException {
        if (RequestBodies.WITHOUT_BODY.contains(request.getMethod())) {
            return;
        }
        String coding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        boolean packed = coding != null && ContentCoding.isGzip(coding);
        if (resource.getResourceMethod().isAnnotationPresent(ReadsItems.class)) {
            long most = packed ? limits.unpacked().asLongValue() : Long.MAX_VALUE;
            InputStream paced = new PacedStream(request.getEntityStream(), ofBatches);
            request.setEntityStream(new ReceivedBody(paced, packed, most, bytes -> true));
            return;
        }
        boolean document = resource.getResourceMethod().isAnnotationPresent(TakesDocument.class);
        long limit = (document ? limits.document() : limits.body()).asLongValue();
        byte[] body = new ReceivedBody(request.getEntityStream(), packed, limit, RequestBodies.room(context)::add)
                .readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(document ? body : Utf8.of(body, request.getMediaType())));
    }
}
