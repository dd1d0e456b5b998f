package org.gongkai.http.connection;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.time.Duration;
import org.gongkai.http.load.AnswerBudget.Sending;
import org.jboss.logging.Logger;

/**
 * A large answer that is written in parts, each when the client has read the parts before it. The connection of a client
 * that stops reading is closed.
 */
public final class PacedAnswer {

    /** The size of a part, which is also the limit from which the server regards a connection as full. */
    static final int PART = 1 << 16;

    private static final Logger LOG = Logger.getLogger(PacedAnswer.class);

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final AnswerBody body;
    private final long stallMillis;
    private long position;
    private long timer = -1;
    private boolean isBroken;

    private PacedAnswer(RoutingContext context, AnswerBody body, Duration stall) {
        this.context = context;
        this.response = context.response();
        this.body = body;
        this.stallMillis = stall.toMillis();
    }

    /** Returns whether an answer is so large that it must be written in parts. */
    public static boolean isNeededFor(byte[] bytes) {
        return bytes.length > PART;
    }

    /**
     * Writes an answer, whose status and headers are set. Must be called on the event loop of the connection.
     *
     * @param stall the time in which the client has to read a part
     * @param sending is closed when all has been written, or the connection is closed
     */
    public static void write(RoutingContext context, AnswerBody body, Duration stall, Sending sending) {
        PacedAnswer answer = new PacedAnswer(context, body, stall);
        context.addEndHandler(ended -> {
            answer.cancelTimer();
            sending.close();
        });
        if (answer.response.closed()) {
            sending.close();
            return;
        }
        answer.response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()));
        answer.proceed();
    }

    private void proceed() {
        cancelTimer();
        while (!isOver() && !response.writeQueueFull()) {
            writePart();
        }
        if (!isOver()) {
            timer = context.vertx().setTimer(stallMillis, stalled -> context.request()
                    .connection()
                    .close());
            response.drainHandler(drained -> proceed());
        }
    }

    private void writePart() {
        int size = (int) Math.min(PART, body.length() - position);
        try {
            Buffer part = Buffer.buffer(body.part(position, size));
            position += size;
            if (position == body.length()) {
                response.end(part);
            } else {
                response.write(part);
            }
        } catch (IOException unreadable) {
            LOG.warnf("An answer cannot be read any more: %s", unreadable.getMessage());
            isBroken = true;
            context.request().connection().close();
        }
    }

    private boolean isOver() {
        return isBroken || response.closed() || response.ended();
    }

    private void cancelTimer() {
        if (timer >= 0) {
            context.vertx().cancelTimer(timer);
            timer = -1;
        }
    }
}
