package org.gongkai.statistics.cache;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.gongkai.http.connection.RequestEnd;
import org.gongkai.http.fairuse.QueryBudget;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Overload;
import org.gongkai.statistics.cache.ConditionalResponses.StreamSource;
import org.gongkai.statistics.cache.ConditionalResponses.Streamed;
import org.jboss.logging.Logger;

/**
 * The responses of any length that are being sent. Each has a thread and a connection to the database until its client has
 * read it, so that few are sent at the same time. Other clients wait for their turn.
 */
@ApplicationScoped
class Exports {

    private static final Logger LOG = Logger.getLogger(Exports.class);

    private final LoadControl load;
    private final QueryBudget budget;

    Exports(LoadControl load, QueryBudget budget) {
        this.load = load;
        this.budget = budget;
    }

    /** Opens a response when its turn comes. What it holds is given back when the request has ended. */
    Uni<Streamed> open(RoutingContext request, Client client, StreamSource source) {
        budget.check(client);
        CompletableFuture<Streamed> opened = load.exports()
                .acquire(client)
                .thenApplyAsync(slot -> open(request, slot, source), Infrastructure.getDefaultWorkerPool());
        // A client that leaves must not cancel this: the slot would be lost.
        return Uni.createFrom()
                .completionStage(opened.copy())
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .onFailure(TimeoutException.class)
                .transform(late -> Overload.busy());
    }

    private static Streamed open(RoutingContext request, Slot slot, StreamSource source) {
        try {
            Streamed streamed = Worker.call(source::open);
            RequestEnd.run(
                    request, () -> Infrastructure.getDefaultWorkerPool().execute(() -> close(slot, streamed.end())));
            return streamed;
        } catch (RuntimeException | Error failed) {
            slot.close();
            throw failed;
        }
    }

    private static void close(Slot slot, Closeable end) {
        try (slot;
                end) {
            LOG.debug("An export has ended");
        } catch (IOException e) {
            LOG.warnf("An export cannot be closed: %s", e.getMessage());
        }
    }
}
