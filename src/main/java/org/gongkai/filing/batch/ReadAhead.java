package org.gongkai.filing.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the items of a batch in its own thread, while earlier items are stored. The number and size of waiting items
 * are limited; only the last item may exceed the size.
 */
final class ReadAhead implements Closeable {

    /** Number of items per transaction that makes its fixed costs small. */
    static final int MAX_ITEMS = 64;

    private static final int MAX_BYTES = 1 << 20;

    private final Thread thread;
    private List<ReadItem> waiting = new ArrayList<>();
    private long bytes;
    private boolean ended;
    private Throwable failure;

    /** The source of the items. */
    interface Source {
        Optional<ReadItem> next() throws IOException;
    }

    ReadAhead(Source source) {
        thread = new Thread(() -> run(source), "batch-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Returns all waiting items, waits for one if there is none, and returns none at the end. A failure is thrown after
     * the items read before it.
     */
    synchronized List<ReadItem> take() throws IOException {
        while (waiting.isEmpty() && !ended) {
            pause();
        }
        if (waiting.isEmpty() && failure instanceof RuntimeException thrown) {
            throw thrown;
        }
        if (waiting.isEmpty() && failure != null) {
            throw new IOException("The batch could not be read completely", failure);
        }
        List<ReadItem> taken = waiting;
        waiting = new ArrayList<>();
        bytes = 0;
        notifyAll();
        return taken;
    }

    private void run(Source source) {
        try {
            for (Optional<ReadItem> item = source.next(); item.isPresent(); item = source.next()) {
                put(item.get());
            }
            end(null);
        } catch (IOException | RuntimeException | Error failed) {
            end(failed);
        }
    }

    private synchronized void put(ReadItem item) throws IOException {
        while (waiting.size() >= MAX_ITEMS || bytes >= MAX_BYTES) {
            pause();
        }
        waiting.add(item);
        bytes += item.size();
        notifyAll();
    }

    private synchronized void end(Throwable failed) {
        ended = true;
        failure = failed;
        notifyAll();
    }

    private void pause() throws IOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
