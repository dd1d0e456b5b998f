package org.gongkai.http.connection;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.gongkai.http.load.ByteBudget.Reservation;

/**
 * The bytes of an answer in a temporary file. Several clients may receive it, each at its own pace; the file is deleted
 * when the last of them has ended.
 */
public final class AnswerFile implements AnswerBody, StreamingOutput, Closeable {

    private final Path path;
    private final FileChannel channel;
    private final Reservation room;

    /**
     * Opens a file that has been written.
     *
     * @param room the disk space of the file, which is given back when it is deleted
     */
    AnswerFile(Path path, Reservation room) throws IOException {
        this.path = path;
        this.room = room;
        this.channel = FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public long length() {
        try {
            return channel.size();
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }

    @Override
    public byte[] part(long position, int size) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(size);
        while (part.hasRemaining()) {
            if (channel.read(part, position + part.position()) < 0) {
                throw new EOFException("The file of an answer is too short: " + path);
            }
        }
        return part.array();
    }

    /** Writes all bytes. {@link AnswerFileWriter} writes them at the pace of the client instead. */
    @Override
    public void write(OutputStream out) throws IOException {
        for (long position = 0; position < length(); position += PacedAnswer.PART) {
            out.write(part(position, (int) Math.min(PacedAnswer.PART, length() - position)));
        }
    }

    @Override
    public void close() throws IOException {
        try (room;
                channel) {
            Files.deleteIfExists(path);
        }
    }
}
