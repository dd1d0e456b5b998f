package org.gongkai.http.connection;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.gongkai.http.load.LoadLimits;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes large answers on the event loop, so that no thread waits for a client that reads slowly. */
@Provider
public class LargeBodyWriter implements ServerMessageBodyWriter<LargeBody> {

    private final LoadLimits limits;

    LargeBodyWriter(LoadLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == LargeBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType media) {
        return type == LargeBody.class;
    }

    @Override
    public void writeResponse(LargeBody body, Type genericType, ServerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request;
        RoutingContext routing = context.unwrap(RoutingContext.class);
        context.getContextExecutor()
                .execute(() ->
                        PacedAnswer.write(routing, new AnswerBytes(body.bytes()), limits.readStall(), body.sending()));
    }

    /** Is called only if interceptors of writers are present. The service has none. */
    @Override
    public void writeTo(
            LargeBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        try {
            stream.write(body.bytes());
        } finally {
            body.sending().close();
        }
    }
}
