package org.gongkai.http.connection;

import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.gongkai.http.load.LoadLimits;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes answers of any length on a thread that may wait. An answer that fails half-way is cut off. */
@Provider
public class StreamedBodyWriter implements ServerMessageBodyWriter<StreamedBody> {

    private static final Logger LOG = Logger.getLogger(StreamedBodyWriter.class);

    private final LoadLimits limits;

    StreamedBodyWriter(LoadLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == StreamedBody.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType media) {
        return type == StreamedBody.class;
    }

    @Override
    public void writeResponse(StreamedBody body, Type genericType, ServerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request;
        RoutingContext routing = context.unwrap(RoutingContext.class);
        if (context.getMethod().equals(HttpMethod.HEAD)) {
            routing.response().end();
        } else {
            Infrastructure.getDefaultWorkerPool().execute(() -> write(body, routing));
        }
    }

    private void write(StreamedBody body, RoutingContext routing) {
        PacedOutput out = new PacedOutput(routing, limits.readStall());
        try {
            body.write(out);
            out.end();
        } catch (IOException gone) {
            LOG.debugf("An answer was not read to its end: %s", gone.getMessage());
            out.cutOff();
        } catch (RuntimeException | Error failed) {
            if (!routing.response().closed()) {
                LOG.errorf(failed, "An answer was cut off");
            }
            out.cutOff();
        }
    }

    /** Is called only if interceptors of writers are present. The service has none. */
    @Override
    public void writeTo(
            StreamedBody body,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        body.write(stream);
    }
}
