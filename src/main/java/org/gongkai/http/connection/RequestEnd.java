package org.gongkai.http.connection;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs what must happen when a request has ended, however it ends. */
public final class RequestEnd {

    private RequestEnd() {}

    /** Runs an action once: when the request has ended, or now if its client has left already. */
    public static void run(RoutingContext request, Runnable action) {
        AtomicBoolean hasRun = new AtomicBoolean();
        Runnable once = () -> {
            if (hasRun.compareAndSet(false, true)) {
                action.run();
            }
        };
        request.addEndHandler(ended -> once.run());
        if (request.response().closed()) {
            once.run();
        }
    }
}
