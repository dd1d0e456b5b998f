package org.gongkai.http.body;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Overload;
import org.gongkai.problem.ProblemException;

/**
 * Receives the body of a request on the event loop, without a thread that waits for it. It ends when the body is complete
 * or refused: because it is too large, arrives too slowly, or finds no room.
 */
final class IncomingBody {

    private static final String CONTINUE = "100-continue";
    private static final long CHECK_MILLIS = 1_000;

    /** The time in which a client can read the refusal of its body, while the rest of the body is discarded. */
    static final long LINGER_MILLIS = 2_000;

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final long limit;
    private final Arrival arrival;
    private final Reservation room;
    private final ReceivedParts body = new ReceivedParts();
    private final long begin = System.nanoTime();
    private UniEmitter<? super ReceivedParts> result;
    private long timer;
    private boolean done;

    /**
     * Creates a receiver. Nothing is read yet.
     *
     * @param limit maximum size in bytes
     * @param room the memory for it
     */
    IncomingBody(RoutingContext context, long limit, Arrival arrival, Reservation room) {
        this.context = context;
        this.request = context.request();
        this.limit = limit;
        this.arrival = arrival;
        this.room = room;
    }

    /** Receives the body. */
    Uni<ReceivedParts> receive() {
        return Uni.createFrom().emitter(emitter -> start(emitter));
    }

    private void start(UniEmitter<? super ReceivedParts> emitter) {
        result = emitter;
        timer = context.vertx().setPeriodic(CHECK_MILLIS, now -> checkRate());
        request.handler(this::add);
        request.endHandler(ended -> complete());
        request.exceptionHandler(broken -> fail(Arrival.broken()));
        if (CONTINUE.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            context.response().writeContinue();
        }
        request.resume();
    }

    private void add(Buffer part) {
        if (done) {
            return;
        }
        if (body.available() + part.length() > limit) {
            fail(ReceivedBody.tooLarge(limit));
        } else if (!room.add(part.length())) {
            fail(Overload.tooManyBytes());
        } else {
            body.add(part.getBytes());
        }
    }

    private void checkRate() {
        if (arrival.isTooSlow(body.available(), System.nanoTime() - begin)) {
            fail(arrival.refusal());
        }
    }

    private void complete() {
        if (end()) {
            result.complete(body);
        }
    }

    private void fail(RuntimeException reason) {
        if (end()) {
            body.clear();
            discardRest(context);
            result.fail(reason);
        }
    }

    private boolean end() {
        boolean first = !done;
        done = true;
        context.vertx().cancelTimer(timer);
        return first;
    }

    /** Discards the rest of a body that is refused, and closes the connection after the answer. */
    static void discardRest(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            context.addEndHandler(answered -> context.vertx().setTimer(LINGER_MILLIS, later -> context.request()
                    .connection()
                    .close()));
            context.request().handler(part -> {}).resume();
        }
    }

    /**
     * Discards the rest of a body whose request has been answered, and closes the connection unless the rest arrives.
     * Otherwise the framework would go on to receive the rest into the memory.
     */
    static void closeUnlessComplete(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            // A request whose body was read part by part is paused. Only after that is it regarded as ended.
            request.handler(part -> {}).resume();
            context.vertx().setTimer(LINGER_MILLIS, later -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }

    /** Refuses a body before any part of it has been read. */
    static ProblemException refuse(RoutingContext context, ProblemException reason) {
        discardRest(context);
        return reason;
    }
}
