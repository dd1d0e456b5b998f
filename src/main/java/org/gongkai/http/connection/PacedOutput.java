package org.gongkai.http.connection;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The body of an answer of any length, which is made while the client reads it. The thread that makes it waits for the
 * client; the connection of a client that stops reading is closed.
 */
final class PacedOutput extends OutputStream {

    private final RoutingContext context;
    private final HttpServerResponse response;
    private final Duration stall;
    private Buffer part = Buffer.buffer(PacedAnswer.PART);

    PacedOutput(RoutingContext context, Duration stall) {
        this.context = context;
        this.response = context.response();
        this.stall = stall;
        response.setChunked(true);
    }

    @Override
    public void write(int octet) throws IOException {
        part.appendByte((byte) octet);
        sendIfFull();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int start = 0; start < length; ) {
            int size = Math.min(length - start, PacedAnswer.PART - part.length());
            part.appendBytes(bytes, offset + start, size);
            start += size;
            sendIfFull();
        }
    }

    private void sendIfFull() throws IOException {
        if (part.length() >= PacedAnswer.PART) {
            send();
        }
    }

    private void send() throws IOException {
        if (response.closed()) {
            throw new IOException("The client has left");
        }
        try {
            response.write(part).toCompletionStage().toCompletableFuture().get(stall.toMillis(), TimeUnit.MILLISECONDS);
            part = Buffer.buffer(PacedAnswer.PART);
        } catch (TimeoutException | ExecutionException gone) {
            cutOff();
            throw new IOException("The client has stopped reading", gone);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    /** Ends a complete answer. */
    void end() {
        response.end(part);
    }

    /** Closes the connection, so that the client does not take the answer for complete. */
    void cutOff() {
        context.request().connection().close();
    }
}
