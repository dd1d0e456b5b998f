package org.gongkai.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/**
 * The home of an embedded PostgreSQL that is unpacked and initialised once for all tests of a build. Copying it takes a
 * fraction of the time that unpacking and {@code initdb} take.
 */
public final class DatabaseTemplate {

    private static final Path FOLDER = Path.of("target", "database-template").toAbsolutePath();
    private static final Path COMPLETE = FOLDER.resolve("complete");

    /** The files of a home that a copy needs; locks, logs and keys are its own. */
    private static final List<String> PARTS = List.of("server", "database", "database.password");

    private DatabaseTemplate() {}

    /** Starts an embedded server on a copy of the template. */
    public static EmbeddedDatabase start(Path home) throws IOException {
        copyTo(home);
        return EmbeddedDatabase.start(home);
    }

    /** Copies the template to a home that has no database yet. */
    public static void copyTo(Path home) throws IOException {
        prepare();
        Files.createDirectories(home);
        for (String part : PARTS) {
            copy(FOLDER.resolve(part), home.resolve(part));
        }
    }

    /** Creates the template unless an earlier run of the same PostgreSQL left it; other processes wait meanwhile. */
    private static synchronized void prepare() throws IOException {
        Files.createDirectories(FOLDER.getParent());
        try (FileChannel channel = FileChannel.open(
                FOLDER.resolveSibling("database-template.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            String programs = programs();
            if (!Files.exists(COMPLETE) || !Files.readString(COMPLETE).equals(programs)) {
                Folders.delete(FOLDER);
                EmbeddedDatabase.start(FOLDER).close();
                Files.writeString(COMPLETE, programs);
            }
        }
    }

    /** Returns the archive of the server's programs, whose path names their version. */
    private static String programs() {
        return String.valueOf(DatabaseTemplate.class.getClassLoader().getResource("postgres-linux-x86_64.txz"));
    }

    /** Copies files with their permissions; a server never writes to its programs, so these can be links. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.toList();
        }
        boolean linked = from.endsWith("server") && isSameStore(from, to);
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file));
            if (linked && Files.isRegularFile(file)) {
                Files.createLink(target, file);
            } else {
                Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static boolean isSameStore(Path from, Path to) throws IOException {
        return Files.getFileStore(from).equals(Files.getFileStore(to.getParent()));
    }
}
