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

/** A queue of lines in a temporary file. The lines use no memory, however many wait. */
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

    /** Removes and returns the first line. */
    byte[] take() throws IOException {
        if (waiting == 0) {
            throw new EOFException("The spool is empty");
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
