package org.gongkai.filing.batch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Lines that wait for somebody to take them, in a temporary file, first in, first out. However many wait, none is in memory. */
final class Spool implements Closeable {

    private final DataOutputStream in;
    private final DataInputStream out;
    private long waiting;

    Spool() throws IOException {
        Path file = Files.createTempFile("gongkai-batch-", ".spool");
        in = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)));
        out = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    void add(byte[] line) throws IOException {
        in.writeInt(line.length);
        in.write(line);
        waiting++;
    }

    /** The line that has waited longest. */
    byte[] take() throws IOException {
        if (waiting == 0) {
            throw new EOFException("No line waits");
        }
        in.flush();
        byte[] line = new byte[out.readInt()];
        out.readFully(line);
        waiting--;
        return line;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            out.close();
        }
    }
}
