package org.gongkai.statistics.cache;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * An answer that is being computed, and the requests that receive it. Its file, if it has one, is deleted when the last of
 * them has ended.
 */
final class SharedAnswer {

    private final CompletableFuture<CachedResponse> result = new CompletableFuture<>();

    /** The number of requests that receive the answer, and the computation. */
    private int users = 1;

    /** Returns the answer, once it is computed. */
    CompletableFuture<CachedResponse> result() {
        return result;
    }

    /**
     * Adds a user, who must leave later.
     *
     * @return false if all users have left, so that there may be no file any more
     */
    synchronized boolean join() {
        if (users == 0) {
            return false;
        }
        users++;
        return true;
    }

    /** Removes a user. */
    void leave() {
        if (isLast() && result.isDone() && !result.isCompletedExceptionally()) {
            delete(result.join());
        }
    }

    private synchronized boolean isLast() {
        users--;
        return users == 0;
    }

    private static void delete(CachedResponse response) {
        if (response.body() instanceof Closeable file) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
