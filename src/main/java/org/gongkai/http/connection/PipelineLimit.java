package org.gongkai.http.connection;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Limits one connection (HTTP/1.1): the requests that it sends before it has received the answers, and the time in which
 * it reads nothing while answers wait. When it has sent too many requests, nothing more is read from it, and it is closed
 * after the answers to the earlier ones. A connection that waits for an answer is not idle, however long the answer takes.
 */
final class PipelineLimit extends ChannelDuplexHandler {

    private final int maxPending;
    private final long stallMillis;
    private int pending;
    private boolean refusing;
    private boolean answering;
    private Future<?> stall;

    /**
     * Creates the handler while a connection processes its first request.
     *
     * @param maxPending maximum number of requests without an answer
     * @param stallMillis longest time in which the client reads nothing while answers wait
     */
    PipelineLimit(int maxPending, long stallMillis) {
        this.maxPending = maxPending;
        this.stallMillis = stallMillis;
        this.pending = 1;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (message instanceof HttpRequest && !refusing) {
            pending++;
            refusing = pending > maxPending;
            if (refusing) {
                pending--;
                context.channel().config().setAutoRead(false);
            }
        }
        if (refusing) {
            ReferenceCountUtil.release(message);
        } else {
            super.channelRead(context, message);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof HttpResponse response) {
            answering = response.status().codeClass() != HttpStatusClass.INFORMATIONAL;
        }
        boolean ends = answering && message instanceof LastHttpContent;
        if (ends) {
            answering = false;
            pending--;
        }
        ChannelPromise written = refusing && pending == 0 ? promise.unvoid() : promise;
        super.write(context, message, written);
        if (refusing && pending == 0) {
            written.addListener(last -> context.close());
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) throws Exception {
        if (context.channel().isWritable()) {
            cancel();
        } else if (stall == null) {
            stall = context.executor().schedule(() -> context.close(), stallMillis, TimeUnit.MILLISECONDS);
        }
        super.channelWritabilityChanged(context);
    }

    /** Keeps a connection open on which nothing happens while the service works on a request. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
        if (!(event instanceof IdleStateEvent) || pending == 0) {
            super.userEventTriggered(context, event);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        cancel();
        super.channelInactive(context);
    }

    private void cancel() {
        if (stall != null) {
            stall.cancel(false);
            stall = null;
        }
    }
}
