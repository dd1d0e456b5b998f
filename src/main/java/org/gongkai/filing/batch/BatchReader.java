package org.gongkai.filing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.gongkai.filing.store.ReportReader;
import org.gongkai.filing.store.Submission;
import org.gongkai.filing.submission.ItemReader;
import org.gongkai.filing.submission.Submissions;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Reads the items of a batch, and checks each by itself. Uses no database, so it can be ahead of what stores them. */
@ApplicationScoped
class BatchReader {

    private final ReportReader reader;
    private final ItemReader items;
    private final Submissions submissions;

    BatchReader(ReportReader reader, ItemReader items, Submissions submissions) {
        this.reader = reader;
        this.items = items;
        this.submissions = submissions;
    }

    /** The next item; empty at the end of the batch. */
    Optional<Received> next(long line, BatchItems batch, BatchRequest request) throws IOException {
        return batch.next().map(item -> read(line, item, request));
    }

    private Received read(long line, BatchItems.Item item, BatchRequest request) {
        String agency = null;
        Integer year = null;
        int size = item.json().length;
        try {
            JsonNode tree = tree(item, request);
            agency = tree.path("agency").textValue();
            year = tree.path("year").isIntegralNumber() && tree.get("year").canConvertToInt()
                    ? (Integer) tree.get("year").intValue()
                    : null;
            Submission submission = items.read(tree, request.actor(), request.reach(), request.receivedAt());
            return new Received(
                    line, agency, year, size, Optional.of(submissions.prepare(submission)), Optional.empty());
        } catch (RuntimeException refused) {
            return new Received(line, agency, year, size, Optional.empty(), Optional.of(refused));
        }
    }

    private JsonNode tree(BatchItems.Item item, BatchRequest request) {
        if (item.tooLarge()) {
            throw new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    new Text("单条最多 %s 字节", "An item may hold at most %s bytes").with(request.largestItem()));
        }
        if (item.unfinished()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text("数组没有结束，整批内容不完整", "The array has no end: the batch is incomplete"));
        }
        try {
            return reader.parse(new ByteArrayInputStream(item.json()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
