package org.gongkai.spool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * The folder for the temporary files of this process. It is locked as long as the process runs. The folders of processes
 * that no longer run, for example because they were killed, are deleted when a process makes its own. A folder that has
 * been deleted by a program that clears the temporary files of a machine is made again.
 */
public final class SpoolFolder {

    private static final Logger LOG = Logger.getLogger(SpoolFolder.class);

    private static final String PREFIX = "gongkai-spool-";
    private static final String LOCK = "lock";

    private final Path parent;
    private final String process;
    private Path path;

    /** The lock, which the operating system releases when the process ends. */
    private FileChannel lock;

    private SpoolFolder(Path parent, String process) {
        this.parent = parent;
        this.process = process;
    }

    /** The folder of this process, which is created when it is first used. */
    private static final class Holder {
        private static final SpoolFolder FOLDER =
                create(Path.of(System.getProperty("java.io.tmpdir")), nameOf(ProcessHandle.current()));
    }

    /** Returns the folder of this process. */
    public static SpoolFolder ofProcess() {
        return Holder.FOLDER;
    }

    /** Returns a name that no other process has had: in a container, every process has the same ID. */
    private static String nameOf(ProcessHandle process) {
        return process.pid() + "-"
                + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + "-";
    }

    /**
     * Creates a folder.
     *
     * @param parent the folder for temporary files of all processes
     * @param process a name of the process
     */
    static SpoolFolder create(Path parent, String process) {
        try {
            SpoolFolder folder = new SpoolFolder(parent, process);
            folder.createLocked();
            folder.deleteAbandoned();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for temporary files cannot be used: " + parent, e);
        }
    }

    private void createLocked() throws IOException {
        path = Files.createTempDirectory(parent, PREFIX + process);
        lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
    }

    /** Creates an empty file that only its owner can read. */
    public Path newFile(String prefix, String suffix) throws IOException {
        return Files.createTempFile(existing(), prefix, suffix);
    }

    /** Creates an empty folder that only its owner can read. */
    public Path newFolder(String prefix) throws IOException {
        return Files.createTempDirectory(existing(), prefix);
    }

    /** Returns the path of the folder. */
    synchronized Path existing() throws IOException {
        if (Files.notExists(path)) {
            LOG.warnf("Another program has deleted the temporary files in %s", path);
            lock.close();
            createLocked();
        }
        return path;
    }

    /** Releases the lock, as the end of the process does. */
    void abandon() throws IOException {
        lock.close();
    }

    /**
     * Deletes the folders of other processes. Folders of this one are not even opened: closing any channel of a file
     * releases the lock that the process has on it.
     */
    private void deleteAbandoned() throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            folders.filter(folder -> isOfAnotherProcess(folder.getFileName().toString()))
                    .filter(Files::isDirectory)
                    .forEach(SpoolFolder::deleteIfAbandoned);
        }
    }

    private boolean isOfAnotherProcess(String name) {
        return name.startsWith(PREFIX) && !name.startsWith(PREFIX + process);
    }

    /** Deletes a folder that no process has locked. The folder of another user cannot be opened, and is kept. */
    private static void deleteIfAbandoned(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                deleteAll(folder);
                LOG.infof("Deleted the temporary files of a former process in %s", folder);
            }
        } catch (IOException | OverlappingFileLockException inUse) {
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
