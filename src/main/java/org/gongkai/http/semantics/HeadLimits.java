package org.gongkai.http.semantics;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Refuses requests with a long address or many headers. Beyond its own, larger limits the framework refuses them. */
@ApplicationScoped
public class HeadLimits {

    /** The limits of the head of a request. */
    @ConfigMapping(prefix = "gongkai.limits")
    public interface Limits {

        /** Maximum size of the address with its parameters. */
        @WithDefault("16K")
        MemorySize address();

        /** Maximum size of all headers together. */
        @WithDefault("16K")
        MemorySize headers();
    }

    /** Characters of a header line beside its name and its value: a colon, a space and the line end. */
    private static final int PUNCTUATION = 4;

    private final long maxAddress;
    private final long maxHeaders;

    HeadLimits(Limits limits) {
        this.maxAddress = limits.address().asLongValue();
        this.maxHeaders = limits.headers().asLongValue();
    }

    void check(HttpServerRequest request) {
        if (request.uri().length() > maxAddress) {
            throw new ProblemException(
                    ProblemType.ADDRESS_TOO_LONG,
                    new Text("地址连同参数最多 %s 字节", "The address with its parameters must not exceed %s bytes")
                            .with(maxAddress));
        }
        if (size(request) > maxHeaders) {
            throw new ProblemException(
                    ProblemType.HEADERS_TOO_LARGE,
                    new Text("全部请求头最多 %s 字节", "All headers together must not exceed %s bytes").with(maxHeaders));
        }
    }

    private static long size(HttpServerRequest request) {
        long size = 0;
        for (Map.Entry<String, String> header : request.headers()) {
            size += header.getKey().length() + header.getValue().length() + PUNCTUATION;
        }
        return size;
    }
}
