package org.gongkai.filing.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the items of a batch in a thread of its own, while those before them are being stored. Keeps what is waiting within bounds, of
 * which every item may go over the last.
 */
final class ReadAhead implements Closeable {

    /** Enough that what a transaction costs by itself is little of it. */
    static final int MOST_ITEMS = 64;

    private static final int MOST_BYTES = 1 << 20;

    private final Thread thread;
    private List<ReadItem> waiting = new ArrayList<>();
    private long bytes;
    private boolean ended;
    private Throwable failure;

    /** Where the items come from; the number is that of the line. */
    interface Source {
        Optional<ReadItem> next(long line) throws IOException;
    }

    ReadAhead(Source source) {
        thread = new Thread(() -> run(source), "batch-reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** All items that wait, or the next one when it comes; none at the end. What could not be read is told after what could be. */
    synchronized List<ReadItem> take() throws IOException {
        while (waiting.isEmpty() && !ended) {
            pause();
        }
        if (waiting.isEmpty() && failure instanceof RuntimeException told) {
            throw told;
        }
        if (waiting.isEmpty() && failure != null) {
            throw new IOException("The batch could not be read to its end", failure);
        }
        List<ReadItem> taken = waiting;
        waiting = new ArrayList<>();
        bytes = 0;
        notifyAll();
        return taken;
    }

    private void run(Source source) {
        try {
            long line = 0;
            for (Optional<ReadItem> item = source.next(++line); item.isPresent(); item = source.next(++line)) {
                put(item.get());
            }
            end(null);
        } catch (IOException | RuntimeException | Error failed) {
            end(failed);
        }
    }

    private synchronized void put(ReadItem item) throws IOException {
        while (waiting.size() >= MOST_ITEMS || bytes >= MOST_BYTES) {
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
