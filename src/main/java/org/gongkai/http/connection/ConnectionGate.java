package org.gongkai.http.connection;

import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.gongkai.http.load.LoadLimits;

/**
 * Processes a request only when its connection has room for the answer: a client that sends requests and reads no answers
 * occupies the memory of one answer.
 */
@ApplicationScoped
class ConnectionGate {

    /** The priority of the filter: before all others. */
    private static final int PRIORITY = 2_000;

    private static final String LIMIT = "pipeline-limit";

    /** The name of the last handler of the server in the pipeline of a connection. */
    private static final String SERVER = "handler";

    private final LoadLimits limits;

    ConnectionGate(LoadLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(this::admit, PRIORITY);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.version() != HttpVersion.HTTP_2) {
            limit(((ConnectionBase) request.connection())
                    .channelHandlerContext()
                    .pipeline());
        }
        if (context.response().writeQueueFull()) {
            request.pause();
            context.response().drainHandler(drained -> {
                // The answer to this request may fill the queue again.
                context.response().drainHandler(null);
                request.resume();
                context.next();
            });
        } else {
            context.next();
        }
    }

    private void limit(ChannelPipeline connection) {
        if (connection.get(LIMIT) == null && connection.get(SERVER) != null) {
            connection.addBefore(
                    SERVER,
                    LIMIT,
                    new PipelineLimit(limits.pipelined(), limits.readStall().toMillis()));
        }
    }
}
