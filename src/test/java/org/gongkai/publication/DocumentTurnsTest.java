package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.gongkai.http.load.Client;
import org.gongkai.http.load.FairSlots.Slot;
import org.gongkai.http.load.LoadControl;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.testing.ReportFiles;
import org.gongkai.testing.ServiceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DocumentTurnsTest extends ServiceTest {

    private static final OfficialDocument DOCUMENT = Pages.document(ReportFiles.of("350128-gov", 2023));
    private static final Client CLIENT = new Client("one that asks for documents");

    @Inject
    LoadControl load;

    @Inject
    DocumentTurns turns;

    private List<Slot> taken;

    @BeforeEach
    void takeAllSlots() throws Exception {
        taken = takeAll();
    }

    @AfterEach
    void giveBack() {
        taken.forEach(Slot::close);
    }

    @Test
    void letsPdfFilesWait_andNoOtherDocuments() throws Exception {
        CompletableFuture<byte[]> pdf = ask(DocumentFormat.PDF);

        assertThat(ask(DocumentFormat.DOCX)).isDone();
        assertThat(pdf).isNotDone();

        giveBack();
        assertThat(new String(pdf.get(10, TimeUnit.SECONDS), 0, 4, StandardCharsets.US_ASCII))
                .isEqualTo("%PDF");
        taken = takeAll();
    }

    /** All slots are free again when a client that waited has left. */
    @Test
    void losesNoSlotWhenAClientLeaves() throws Exception {
        CompletableFuture<byte[]> pdf = ask(DocumentFormat.PDF);
        pdf.cancel(true);

        giveBack();
        taken = takeAll();
    }

    private CompletableFuture<byte[]> ask(DocumentFormat format) {
        return turns.write(format, DOCUMENT, CLIENT).subscribeAsCompletionStage();
    }

    private List<Slot> takeAll() throws Exception {
        List<Slot> all = new ArrayList<>();
        for (int slot = 0; slot < load.documents().total(); slot++) {
            all.add(load.documents().acquire(new Client("other " + slot)).get(10, TimeUnit.SECONDS));
        }
        return all;
    }
}
