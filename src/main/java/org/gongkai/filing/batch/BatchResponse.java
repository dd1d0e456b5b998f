package org.gongkai.filing.batch;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Overload;

/**
 * The response to a batch, as NDJSON. A line is sent at once while the client reads. A client may send the whole batch
 * before it reads anything; to prevent a deadlock with it, lines wait in a temporary file.
 */
final class BatchResponse implements Batch.Lines, Closeable {

    private static final byte[] NEWLINE = {'\n'};

    private final Spool spool;
    private final ObjectWriter writer;

    private OutputStream out;
    private BooleanSupplier clientLags = () -> true;

    /**
     * Creates an empty response.
     *
     * @param room disk space for the lines that wait
     */
    BatchResponse(ObjectWriter writer, Reservation room) throws IOException {
        this.writer = writer;
        this.spool = new Spool(room);
    }

    /** Sends lines from now on, while the client keeps up. */
    void streamTo(OutputStream client, BooleanSupplier lags) {
        this.out = client;
        this.clientLags = lags;
    }

    @Override
    public void add(BatchLine line) throws IOException {
        byte[] bytes = writer.writeValueAsBytes(line);
        if (spool.isEmpty() && !clientLags.getAsBoolean()) {
            write(bytes);
        } else if (!spool.add(bytes)) {
            writeWithoutSpool(bytes);
        }
    }

    /** Waits for the client when there is no disk space: a receipt must not be lost. Before streaming, it refuses. */
    private void writeWithoutSpool(byte[] line) throws IOException {
        if (out == null) {
            throw Overload.noSpace();
        }
        finish(out);
        write(line);
    }

    @Override
    public void flush() throws IOException {
        while (!spool.isEmpty() && !clientLags.getAsBoolean()) {
            write(spool.take());
        }
        if (!clientLags.getAsBoolean()) {
            out.flush();
        }
    }

    /** Sends the waiting lines, as fast as the client reads them. */
    void finish(OutputStream client) throws IOException {
        finishMapped(client, line -> line);
    }

    /** Sends the waiting lines, each after a mapping. */
    void finishMapped(OutputStream client, UnaryOperator<byte[]> mapping) throws IOException {
        this.out = client;
        while (!spool.isEmpty()) {
            write(mapping.apply(spool.take()));
        }
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.write(NEWLINE);
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }
}
