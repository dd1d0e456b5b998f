package org.gongkai.http.connection;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
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

/** Writes answers from temporary files on the event loop, so that no thread waits for a client that reads slowly. */
@Provider
public class AnswerFileWriter implements ServerMessageBodyWriter<AnswerFile> {

    private final LoadLimits limits;

    AnswerFileWriter(LoadLimits limits) {
        this.limits = limits;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, ResteasyReactiveResourceInfo target, MediaType media) {
        return type == AnswerFile.class;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType media) {
        return type == AnswerFile.class;
    }

    @Override
    public void writeResponse(AnswerFile file, Type genericType, ServerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request;
        RoutingContext routing = context.unwrap(RoutingContext.class);
        context.getContextExecutor().execute(() -> {
            if (context.getMethod().equals(HttpMethod.HEAD)) {
                routing.response().putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(file.length()));
                routing.response().end();
            } else {
                PacedAnswer.write(routing, file, limits.readStall(), () -> {});
            }
        });
    }

    /** Is called only if interceptors of writers are present. The service has none. */
    @Override
    public void writeTo(
            AnswerFile file,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream stream)
            throws IOException {
        file.write(stream);
    }
}
