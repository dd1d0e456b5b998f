package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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

    private final ConcurrentMap<CacheKey, CompletableFuture<CachedResponse>> running = new ConcurrentHashMap<>();

    private final ResponseCache cache;
    private final FairSlots slots;
    private final QueryBudget budget;

    Computations(ResponseCache cache, LoadControl load, QueryBudget budget) {
        this.cache = cache;
        this.slots = load.queries();
        this.budget = budget;
    }

    /** A computation. */
    interface Source {
        Computed compute() throws SQLException;
    }

    /**
     * The result of a computation.
     *
     * @param response the response
     * @param valuesRead number of figures that were read for it
     */
    record Computed(CachedResponse response, long valuesRead) {}

    /**
     * Returns the response to a question: that of a computation that is running, or else that of a new one. A computation
     * does not depend on the request that started it: when a client leaves, the framework cancels what the request waits
     * for, which must neither fail the other clients nor lose a slot.
     */
    Uni<CachedResponse> get(CacheKey question, Client client, Source source) {
        CompletableFuture<CachedResponse> other = running.get(question);
        CompletableFuture<CachedResponse> result = other == null ? start(question, client, source) : other;
        Uni<CachedResponse> response = Uni.createFrom().completionStage(result.copy());
        // A result that is there already needs no other thread: this one may wait, too.
        return (result.isDone() ? response : response.emitOn(Infrastructure.getDefaultWorkerPool()))
                .onFailure()
                .transform(Computations::reason);
    }

    private CompletableFuture<CachedResponse> start(CacheKey question, Client client, Source source) {
        budget.check(client);
        CompletableFuture<Slot> slot = slots.acquire(client);
        Function<Slot, CompletionStage<CachedResponse>> task = held -> compute(question, client, source, held);
        return slot.isDone()
                ? slot.thenCompose(task)
                : slot.thenComposeAsync(task, Infrastructure.getDefaultWorkerPool());
    }

    private static Throwable reason(Throwable failed) {
        Throwable reason = failed instanceof CompletionException wrapped ? wrapped.getCause() : failed;
        return reason instanceof TimeoutException ? Overload.busy() : reason;
    }

    private CompletableFuture<CachedResponse> compute(CacheKey question, Client client, Source source, Slot slot) {
        CompletableFuture<CachedResponse> result = new CompletableFuture<>();
        try (slot) {
            CompletableFuture<CachedResponse> other = running.putIfAbsent(question, result);
            if (other != null) {
                return other;
            }
            // A computation may have ended since the cache was asked.
            result.complete(cache.find(question).orElseGet(() -> compute(client, source)));
        } catch (RuntimeException | Error failed) {
            result.completeExceptionally(failed);
        } finally {
            running.remove(question, result);
        }
        return result;
    }

    private CachedResponse compute(Client client, Source source) {
        try {
            Computed computed = source.compute();
            budget.charge(client, computed.valuesRead(), computed.response().body().length);
            return computed.response();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
