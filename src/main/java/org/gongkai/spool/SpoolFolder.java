package org.gongkai.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The folder for the temporary files of this process. It is locked as long as the process runs. The folders of processes
 * that no longer run, for example because they were killed, are deleted when a process makes its own.
 */
public final class SpoolFolder {

    private static final Logger LOG = Logger.getLogger(SpoolFolder.class);

    private static final String PREFIX = "gongkai-spool-";
    private static final String LOCK = "lock";

    private final Path path;

    /** The lock, which the operating system releases when the process ends. */
    private final FileChannel lock;

    private SpoolFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** The folder of this process, which is created when it is first used. */
    private static final class Holder {
        private static final SpoolFolder FOLDER = create(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** Returns the folder of this process. */
    public static SpoolFolder ofProcess() {
        return Holder.FOLDER;
    }

    static SpoolFolder create(Path parent) {
        try {
            SpoolFolder folder = createLocked(parent);
            folder.deleteAbandoned();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be used: " + parent, e);
        }
    }

    private static SpoolFolder createLocked(Path parent) throws IOException {
        Path path = Files.createTempDirectory(parent, PREFIX);
        FileChannel channel =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        channel.lock();
        return new SpoolFolder(path, channel);
    }

    /** Creates an empty file that only its owner can read. */
    public Path newFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(path, prefix, suffix);
    }

    /** Creates an empty folder that only its owner can read. */
    public Path newFolder(String prefix) throws IOException {
        return Files.createTempDirectory(path, prefix);
    }

    Path path() {
        return path;
    }

    /** Releases the lock, as the end of the process does. */
    void abandon() throws IOException {
        lock.close();
    }

    private void deleteAbandoned() throws IOException {
        try (Stream<Path> folders = Files.list(path.getParent())) {
            folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> !folder.equals(path) && Files.isDirectory(folder))
                    .forEach(SpoolFolder::deleteIfAbandoned);
        }
    }

    /** Deletes a folder that no process has locked. The folder of another user cannot be opened, and is kept. */
    private static void deleteIfAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                deleteAll(folder);
                LOG.infof("Deleted the temporary files of a former process in %s", folder);
            }
        } catch (IOException | java.nio.channels.OverlappingFileLockException inUse) {
            LOG.debugf("Kept %s: %s", folder, inUse.getMessage());
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
