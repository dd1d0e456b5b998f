package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.concurrent.Callable;

/** Runs tasks that use the database on threads that may wait. */
final class Worker {

    private Worker() {}

    static <T> Uni<T> run(Callable<T> task) {
        return Uni.createFrom().item(() -> call(task)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    /** Runs a task on this thread, which may wait. */
    static <T> T call(Callable<T> task) {
        try {
            return task.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
