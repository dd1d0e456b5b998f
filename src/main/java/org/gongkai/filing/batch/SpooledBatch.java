package org.gongkai.filing.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Overload;
import org.gongkai.spool.SpoolFile;

/** The body of a batch in a temporary file, so that it can be read more than once, and no transaction waits for a client. */
final class SpooledBatch implements Closeable {

    private static final int BUFFER = 1 << 16;

    private final SpoolFile file;
    private final Reservation room;
    private final long limit;

    private SpooledBatch(SpoolFile file, Reservation room, long limit) {
        this.file = file;
        this.room = room;
        this.limit = limit;
    }

    /**
     * Receives a batch.
     *
     * @param room disk space for it; given back when the batch is closed
     * @param maxItemSize maximum size of an item in bytes
     */
    static SpooledBatch receive(InputStream body, Reservation room, long maxItemSize) throws IOException {
        SpooledBatch batch = new SpooledBatch(SpoolFile.create("batch-"), room, maxItemSize);
        try {
            batch.append(body);
            return batch;
        } catch (IOException | RuntimeException failed) {
            batch.close();
            throw failed;
        }
    }

    private void append(InputStream body) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (!room.add(read)) {
                throw Overload.noSpace();
            }
            file.write(buffer, read);
        }
    }

    /** Opens the batch for reading from its beginning. */
    BatchStream open() throws IOException {
        InputStream content = file.read();
        return new BatchStream(content, new BatchItems(content, limit));
    }

    /**
     * An open batch.
     *
     * @param content its bytes
     * @param items its items
     */
    record BatchStream(InputStream content, BatchItems items) {}

    @Override
    public void close() throws IOException {
        try (room) {
            file.close();
        }
    }
}
