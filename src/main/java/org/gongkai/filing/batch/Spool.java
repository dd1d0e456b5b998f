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
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.spool.SpoolFolder;

/** A queue of lines in a temporary file. The lines use no memory, however many wait. */
final class Spool implements Closeable {

    private final DataOutputStream in;
    private final DataInputStream out;
    private final Reservation room;
    private long waiting;

    /**
     * Creates an empty queue.
     *
     * @param room disk space for the lines; given back when the queue is closed
     */
    Spool(Reservation room) throws IOException {
        this.room = room;
        Path file = SpoolFolder.ofProcess().newFile("lines-", ".spool");
        in = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.TRUNCATE_EXISTING)));
        out = new DataInputStream(
                new BufferedInputStream(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    }

    boolean isEmpty() {
        return waiting == 0;
    }

    /**
     * Appends a line.
     *
     * @return whether there was space for it
     */
    boolean add(byte[] line) throws IOException {
        if (!room.add(Integer.BYTES + line.length)) {
            return false;
        }
        in.writeInt(line.length);
        in.write(line);
        waiting++;
        return true;
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
        try (room;
                in) {
            out.close();
        }
    }
}
