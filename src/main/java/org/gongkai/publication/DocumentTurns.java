package org.gongkai.publication;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Overload;
import org.gongkai.publication.layout.OfficialDocument;

/**
 * Writes the documents of single reports. Clients that ask for PDF files wait for their turn, together with those whose
 * documents are read, because both need much more time and memory than other requests.
 */
@ApplicationScoped
public class DocumentTurns {

    private final FairSlots slots;
    private final DocumentMetrics documents;

    DocumentTurns(LoadControl load, DocumentMetrics documents) {
        this.slots = load.documents();
        this.documents = documents;
    }

    /**
     * Returns the document as bytes. Fails with {@link Overload#busy()} if the turn of the client does not come in time.
     */
    public Uni<byte[]> write(DocumentFormat format, OfficialDocument document, Client client) {
        if (format != DocumentFormat.PDF) {
            return Uni.createFrom().item(() -> documents.write(format, document));
        }
        CompletableFuture<byte[]> bytes = inTurn(client, () -> documents.write(format, document));
        // The framework cancels the copy when the client leaves. The slot is given back in any case.
        return Uni.createFrom()
                .completionStage(bytes.copy())
                .onFailure(CompletionException.class)
                .transform(Throwable::getCause)
                .onFailure(TimeoutException.class)
                .transform(late -> Overload.busy());
    }

    private CompletableFuture<byte[]> inTurn(Client client, Supplier<byte[]> task) {
        CompletableFuture<Slot> slot = slots.acquire(client);
        Function<Slot, byte[]> run = held -> {
            try (held) {
                return task.get();
            }
        };
        return slot.isDone() ? slot.thenApply(run) : slot.thenApplyAsync(run, Infrastructure.getDefaultWorkerPool());
    }
}
