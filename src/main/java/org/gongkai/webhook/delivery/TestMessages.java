package org.gongkai.webhook.delivery;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.gongkai.http.load.Overload;
import org.gongkai.problem.ProblemException;
import org.gongkai.webhook.subscription.Delivery;
import org.gongkai.webhook.subscription.Webhook;

/**
 * Sends test messages. They have threads of their own, few, so that receivers that hang keep neither requests nor events
 * waiting.
 */
@ApplicationScoped
public class TestMessages {

    private static final int THREADS = 4;
    private static final long IDLE_SECONDS = 30;

    private final Sender sender;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            new DefaultThreadFactory("webhook-test", true));

    TestMessages(Sender sender) {
        this.sender = sender;
    }

    @PreDestroy
    void close() {
        threads.shutdown();
    }

    /**
     * Sends a test message to the receiver of a subscription. Its events are not affected.
     *
     * @throws ProblemException if a test of the subscription is running, or too many others
     */
    public Uni<Delivery> send(Webhook webhook) {
        if (!running.add(webhook.id)) {
            throw Overload.busy();
        }
        try {
            return Uni.createFrom()
                    .completionStage(CompletableFuture.supplyAsync(() -> sender.test(webhook), threads)
                            .whenComplete((delivery, failed) -> running.remove(webhook.id)));
        } catch (RejectedExecutionException full) {
            running.remove(webhook.id);
            throw Overload.busy();
        }
    }
}
