package org.gongkai.filing.batch;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * The answer to a batch, as NDJSON. A line goes out at once while the client takes lines. One that first sends all of its batch and
 * only then reads would wait for the service, and the service for it: for such, lines wait in a spool.
 */
final class BatchResponse implements Batch.Lines, Closeable {

    private static final byte[] NEWLINE = {'\n'};

    private final Spool spool = new Spool();
    private final ObjectWriter writer;

    private OutputStream out;
    private BooleanSupplier clientLags = () -> true;

    BatchResponse(ObjectWriter writer) throws IOException {
        this.writer = writer;
    }

    /** From now on, lines go out while the client keeps up. */
    void streamTo(OutputStream client, BooleanSupplier lags) {
        this.out = client;
        this.clientLags = lags;
    }

    @Override
    public void add(BatchLine line) throws IOException {
        byte[] bytes = writer.writeValueAsBytes(line);
        if (spool.isEmpty() && !clientLags.getAsBoolean()) {
            write(bytes);
        } else {
            spool.add(bytes);
        }
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

    /** Sends what still waits, as fast as the client takes it. */
    void finish(OutputStream client) throws IOException {
        finish(client, line -> line);
    }

    /** Sends what still waits, each line as the mapping says. */
    void finish(OutputStream client, UnaryOperator<byte[]> mapping) throws IOException {
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
