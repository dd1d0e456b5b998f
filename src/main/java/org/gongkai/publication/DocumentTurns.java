package org.gongkai.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots;
import org.gongkai.http.load.LoadControl;
import org.gongkai.http.load.Overload;
import org.gongkai.http.load.Turns;
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
        return Turns.run(slots, client, () -> documents.write(format, document));
    }
}
