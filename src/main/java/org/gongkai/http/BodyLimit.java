package org.gongkai.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.report.Text;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body over the limit: by its announced length before a byte is read, otherwise at the byte that is too many. */
public class BodyLimit {

    /** Limits on what clients may send. */
    @ConfigMapping(prefix = "gongkai.limits")
    public interface Limits {

        /** Largest body of a request, and largest item of a batch. A report has about 8 KB of figures; the rest is room for its texts. */
        @WithDefault("2M")
        MemorySize body();
    }

    private final long limit;

    BodyLimit(Limits limits) {
        this.limit = limits.body().asLongValue();
    }

    @ServerRequestFilter
    void limit(ContainerRequestContext request, ResourceInfo resource) {
        refuseEncoded(request.getHeaderString(HttpHeaders.CONTENT_ENCODING));
        if (resource.getResourceMethod().isAnnotationPresent(ReadsItems.class)) {
            return;
        }
        String announced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (announced == null) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        } else if (Long.parseLong(announced) > limit) {
            throw tooLarge();
        }
    }

    /** What is compressed has no size before it is unpacked. */
    private static void refuseEncoded(String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ProblemException(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    new Text("不接受 Content-Encoding: %s", "Content-Encoding: %s is not accepted").with(encoding));
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                ProblemType.BODY_TOO_LARGE, new Text("请求正文最多 %s 字节", "The body may hold at most %s bytes").with(limit));
    }

    private final class Limited extends FilterInputStream {

        private long read;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int octet = super.read();
            count(octet < 0 ? 0 : 1);
            return octet;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int octets = super.read(buffer, offset, length);
            count(Math.max(octets, 0));
            return octets;
        }

        private void count(int octets) {
            read += octets;
            if (read > limit) {
                throw tooLarge();
            }
        }
    }
}
