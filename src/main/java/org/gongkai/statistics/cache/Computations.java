package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.gongkai.http.connection.RequestEnd;
import org.gongkai.http.fairuse.QueryBudget;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Overload;

/**
 * Computes responses: each question once, however many clients ask it at the same time, and a limited number of questions
 * at the same time. No thread waits for a turn, or for the result of another request.
 */
@ApplicationScoped
class Computations {

    private final ConcurrentMap<CacheKey, SharedAnswer> running = new ConcurrentHashMap<>();

    private final ResponseCache cache;
    private final LoadControl load;
    private final QueryBudget budget;

    Computations(ResponseCache cache, LoadControl load, QueryBudget budget) {
        this.cache = cache;
        this.load = load;
        this.budget = budget;
    }

    /** A computation. */
    interface Source {
        Computed compute() throws SQLException, IOException;
    }

    /**
     * The result of a computation.
     *
     * @param response the response
     * @param valuesRead number of figures that were read for it
     * @param bytes number of bytes that were written, before compression
     */
    record Computed(CachedResponse response, long valuesRead, long bytes) {}

    /**
     * A question.
     *
     * @param key its key
     * @param client the client that asks
     * @param isLarge whether its computation takes long, or much memory. Few of these run at the same time, and no other
     *     question waits for them
     * @param source computes the answer
     */
    record Question(CacheKey key, Client client, boolean isLarge, Source source) {}

    /**
     * Returns the response to a question: that of a computation that is running, or else that of a new one. A computation
     * does not depend on the request that started it: when a client leaves, the framework cancels what the request waits
     * for, which must neither fail the other clients nor lose a slot.
     *
     * @param request the request. The file of a large response exists until it has ended
     */
    Uni<CachedResponse> get(Question question, RoutingContext request) {
        SharedAnswer other = running.get(question.key);
        CompletableFuture<CachedResponse> result =
                other != null && joins(request, other) ? other.result() : start(question, request);
        Uni<CachedResponse> response = Uni.createFrom().completionStage(result.copy());
        // A result that is there already needs no other thread: this one may wait, too.
        return (result.isDone() ? response : response.emitOn(Infrastructure.getDefaultWorkerPool()))
                .onFailure()
                .transform(Computations::reason);
    }

    /** Lets a request receive an answer until it ends. Returns false if the answer is gone. */
    private static boolean joins(RoutingContext request, SharedAnswer answer) {
        if (!answer.join()) {
            return false;
        }
        RequestEnd.run(request, answer::leave);
        return true;
    }

    private CompletableFuture<CachedResponse> start(Question question, RoutingContext request) {
        budget.check(question.client);
        FairSlots slots = question.isLarge ? load.largeQueries() : load.queries();
        CompletableFuture<Slot> slot = slots.acquire(question.client);
        Function<Slot, CompletionStage<CachedResponse>> task = held -> compute(question, request, held);
        return slot.isDone()
                ? slot.thenCompose(task)
                : slot.thenComposeAsync(task, Infrastructure.getDefaultWorkerPool());
    }

    private static Throwable reason(Throwable failed) {
        Throwable reason = failed instanceof CompletionException wrapped ? wrapped.getCause() : failed;
        return reason instanceof TimeoutException ? Overload.busy() : reason;
    }

    private CompletableFuture<CachedResponse> compute(Question question, RoutingContext request, Slot slot) {
        SharedAnswer answer = new SharedAnswer();
        try (slot) {
            SharedAnswer other = running.putIfAbsent(question.key, answer);
            if (other != null && joins(request, other)) {
                return other.result();
            }
            joins(request, answer);
            // A computation may have ended since the cache was asked.
            answer.result().complete(cache.find(question.key).orElseGet(() -> compute(question)));
        } catch (RuntimeException | Error failed) {
            answer.result().completeExceptionally(failed);
        } finally {
            running.remove(question.key, answer);
            answer.leave();
        }
        return answer.result();
    }

    private CachedResponse compute(Question question) {
        try {
            Computed computed = question.source.compute();
            budget.charge(question.client, computed.valuesRead(), computed.bytes());
            return computed.response();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
