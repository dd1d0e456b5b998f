package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/**
 * Homes with unpacked PostgreSQL programs and an initialised, empty database, for tests that are not about the first
 * start. The first caller creates a template under {@code target}. Every home is a copy of it.
 */
public final class PreparedHome {

    static final Path FOLDER = Path.of("target", "prepared").toAbsolutePath();

    private static final String[] CONTENT = {"server", "database", "database.password", "superuser.password"};

    private PreparedHome() {}

    /** Creates a home in a folder that does not exist yet. */
    public static Path createAt(Path home) {
        try {
            Path template = template();
            Files.createDirectories(home);
            for (String part : CONTENT) {
                copy(template.resolve(part), home.resolve(part), part.equals("server"));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the template for these binaries. Another release of the binaries gets its own template. */
    private static Path template() throws IOException {
        Path template = FOLDER.resolve("home-with-roles-" + release());
        try (FileChannel channel = lock();
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            if (Files.notExists(template)) {
                Path unfinished = FOLDER.resolve("unfinished");
                RealDatabase.delete(unfinished);
                EmbeddedDatabase.start(unfinished).close();
                Files.move(unfinished, template);
            }
        }
        return template;
    }

    /** Opens the file that processes lock while they prepare something for all of them. */
    static FileChannel lock() throws IOException {
        Files.createDirectories(FOLDER);
        return FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Returns the release of the binaries, read from the name of their file. */
    private static String release() {
        URL binaries = EmbeddedDatabase.class.getClassLoader().getResource("postgres-linux-x86_64.txz");
        Matcher release = Pattern.compile("-([0-9.]+)\\.jar").matcher(String.valueOf(binaries));
        return release.find() ? release.group(1) : "unknown";
    }

    private static void copy(Path source, Path target, boolean link) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.copy(folder, target.resolve(source.relativize(folder)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copyFile(file, target.resolve(source.relativize(file)), link);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Copies a file. Creates a hard link instead when the file never changes and the file system allows it. */
    private static void copyFile(Path file, Path target, boolean link) throws IOException {
        try {
            if (link) {
                Files.createLink(target, file);
                return;
            }
        } catch (IOException | UnsupportedOperationException otherFileSystem) {
            // It is copied below.
        }
        Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
}
