package org.gongkai.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateEvent;
import org.junit.jupiter.api.Test;

class PipelineLimitTest {

    /** Closes idle connections, as the server does. */
    private final EmbeddedChannel connection =
            new EmbeddedChannel(new PipelineLimit(32, 1_000), new ChannelInboundHandlerAdapter() {
                @Override
                public void userEventTriggered(ChannelHandlerContext context, Object event) {
                    context.close();
                }
            });

    @Test
    void keepsAConnectionThatWaitsForAnAnswer() {
        becomeIdle();

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void letsAConnectionEndThatHasItsAnswer() {
        connection.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));

        becomeIdle();

        assertThat(connection.isOpen()).isFalse();
    }

    private void becomeIdle() {
        connection.pipeline().fireUserEventTriggered(IdleStateEvent.ALL_IDLE_STATE_EVENT);
    }
}
