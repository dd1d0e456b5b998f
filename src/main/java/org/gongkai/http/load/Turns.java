package org.gongkai.http.load;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.http.load.FairSlots.Slot;

/** Runs expensive work when the turn of its client comes. No thread waits for the turn. */
public final class Turns {

    private Turns() {}

    /**
     * Returns the result of the work. Fails with {@link Overload#busy()} if the turn of the client does not come in time.
     *
     * @param slots the slots that the work needs one of
     * @param task the work, which may take a thread: this one if there is a slot, or else one of the worker pool
     */
    public static <T> Uni<T> run(FairSlots slots, Client client, Supplier<T> task) {
        CompletableFuture<T> result = inTurn(slots, client, task);
        // The framework cancels the copy when the client leaves. The slot is given back in any case.
        return Uni.createFrom()
                .completionStage(result.copy())
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .onFailure(TimeoutException.class)
                .transform(late -> Overload.busy());
    }

    private static <T> CompletableFuture<T> inTurn(FairSlots slots, Client client, Supplier<T> task) {
        CompletableFuture<Slot> slot = slots.acquire(client);
        Function<Slot, T> run = held -> {
            try (held) {
                return task.get();
            }
        };
        return slot.isDone() ? slot.thenApply(run) : slot.thenApplyAsync(run, Infrastructure.getDefaultWorkerPool());
    }
}
