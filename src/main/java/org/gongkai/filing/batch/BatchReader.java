package org.gongkai.filing.batch;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.gongkai.filing.revision.ReportReader;
import org.gongkai.filing.submission.ItemReader;
import org.gongkai.filing.submission.Submission;
import org.gongkai.filing.submission.ValidatedReport;
import org.gongkai.filing.submission.ValidatedReport.Invalid;
import org.gongkai.problem.ProblemException;
import org.gongkai.problem.ProblemType;
import org.gongkai.text.Text;

/** Reads and validates the items of a batch. It does not use the database, so it can run ahead of the transactions. */
@ApplicationScoped
class BatchReader {

    private final ReportReader reader;
    private final ItemReader items;

    BatchReader(ReportReader reader, ItemReader items) {
        this.reader = reader;
        this.items = items;
    }

    /** Returns the next item, or nothing at the end of the batch. */
    Optional<ReadItem> next(BatchItems batch, BatchRequest request) throws IOException {
        return batch.next().map(item -> read(item, request));
    }

    private ReadItem read(BatchItems.Item item, BatchRequest request) {
        long line = item.number();
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
            return new ReadItem(line, agency, year, size, ValidatedReport.of(submission));
        } catch (RuntimeException unreadable) {
            return new ReadItem(line, agency, year, size, new Invalid(Optional.empty(), unreadable));
        }
    }

    private JsonNode tree(BatchItems.Item item, BatchRequest request) {
        if (item.tooLarge()) {
            throw new ProblemException(
                    ProblemType.BODY_TOO_LARGE,
                    new Text("单条最多 %s 字节", "An item may hold at most %s bytes").with(request.maxItemSize()));
        }
        if (item.unfinished()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text("数组没有结束，整批内容不完整", "The array has no end: the batch is incomplete"));
        }
        if (item.trailing()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text(
                                    "第 %s 行第 %s 列处：数组结束后还有内容",
                                    "Line %s, column %s: There is content after the end of the array")
                            .with(item.start().line(), item.start().column()));
        }
        if (item.isBlank()) {
            throw new ProblemException(
                    ProblemType.MALFORMED_JSON,
                    new Text("第 %s 行第 %s 列处：缺少一项", "Line %s, column %s: An item is missing")
                            .with(item.start().line(), item.start().column()));
        }
        try {
            return reader.parse(
                    new ByteArrayInputStream(item.json()),
                    item.start().line(),
                    item.start().column());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
