package org.gongkai.filing.batch;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The items of a batch in a temporary file, validated one after the other. */
final class SpooledItems implements Closeable {

    private final SpooledBatch.BatchStream batch;
    private final BatchReader reader;
    private final BatchRequest request;
    private final Repetitions repetitions = new Repetitions();

    SpooledItems(SpooledBatch.BatchStream batch, BatchReader reader, BatchRequest request) {
        this.batch = batch;
        this.reader = reader;
        this.request = request;
    }

    /** Returns the next item, or nothing at the end of the batch. */
    Optional<ReadItem> next() throws IOException {
        return reader.next(batch.items(), request).map(repetitions::check);
    }

    /** Returns the next items, as many as share a group of statements; none at the end of the batch. */
    List<ReadItem> nextGroup() throws IOException {
        List<ReadItem> group = new ArrayList<>();
        for (Optional<ReadItem> item = next(); item.isPresent(); item = next()) {
            group.add(item.get());
            if (group.size() == ReadAhead.MAX_ITEMS) {
                break;
            }
        }
        return group;
    }

    @Override
    public void close() throws IOException {
        batch.content().close();
    }
}
