package org.gongkai.http.connection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gongkai.http.load.ByteBudget.Reservation;
import org.gongkai.http.load.Overload;
import org.gongkai.spool.SpoolFolder;

/**
 * Receives the bytes of an answer while it is written. The first ones are kept in memory; an answer with more of them
 * goes to a temporary file, so that its length does not matter for memory.
 */
public final class AnswerSpool extends OutputStream {

    private static final int FIRST = 8_192;

    private final int maxInMemory;
    private final Reservation room;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream(FIRST);
    private Path path;
    private OutputStream file;

    /**
     * Creates an empty spool.
     *
     * @param maxInMemory the largest number of bytes that are kept in memory
     * @param room disk space for the file; given back with the file, or when the spool is closed
     */
    public AnswerSpool(int maxInMemory, Reservation room) {
        this.maxInMemory = maxInMemory;
        this.room = room;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (file == null && first.size() + length > maxInMemory) {
            path = SpoolFolder.ofProcess().newFile("answer-", ".spool");
            file = Files.newOutputStream(path);
            writeToFile(first.toByteArray(), 0, first.size());
            first.reset();
        }
        if (file == null) {
            first.write(bytes, offset, length);
        } else {
            writeToFile(bytes, offset, length);
        }
    }

    private void writeToFile(byte[] bytes, int offset, int length) throws IOException {
        if (!room.add(length)) {
            throw Overload.noSpace();
        }
        file.write(bytes, offset, length);
    }

    /** Returns what was written. The file, if there is one, belongs to the caller. */
    public AnswerBody finish() throws IOException {
        if (file == null) {
            room.close();
            return new AnswerBytes(first.toByteArray());
        }
        file.close();
        return new AnswerFile(path, room);
    }

    /** Gives up what was written. */
    public void discard() throws IOException {
        room.close();
        if (file != null) {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
