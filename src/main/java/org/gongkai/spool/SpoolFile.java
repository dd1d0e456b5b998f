package org.gongkai.spool;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A temporary file that is written once and then read once. */
public final class SpoolFile implements Closeable {

    private final Path path;
    private final OutputStream content;

    private SpoolFile(Path path) throws IOException {
        this.path = path;
        this.content = new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.TRUNCATE_EXISTING));
    }

    /** Creates an empty file. */
    public static SpoolFile create(String prefix) throws IOException {
        return new SpoolFile(SpoolFolder.ofProcess().newFile(prefix, ".spool"));
    }

    /** Returns the stream that appends to the file. */
    public OutputStream stream() {
        return content;
    }

    /** Appends the first bytes of a buffer. */
    public void write(byte[] buffer, int length) throws IOException {
        content.write(buffer, 0, length);
    }

    /** Returns the bytes that have been written. */
    public InputStream read() throws IOException {
        content.flush();
        return new BufferedInputStream(Files.newInputStream(path));
    }

    /** Deletes the file. */
    @Override
    public void close() throws IOException {
        try (content) {
            Files.deleteIfExists(path);
        }
    }
}
