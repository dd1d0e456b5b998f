package org.gongkai.security;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Writes secrets to files that only their owner can read. Other threads and processes may write the same file. */
public final class PrivateFile {

    private PrivateFile() {}

    /** Writes a file atomically, and replaces an existing one. At no moment can another user read it. */
    public static void write(Path file, String content) throws IOException {
        Path unfinished = unfinished(file, content);
        try {
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /**
     * Writes a file atomically unless it exists. If several callers do so at the same time, the content of one of them
     * stays, so the caller must read the file afterwards.
     */
    public static void createIfAbsent(Path file, String content) throws IOException {
        Path unfinished = unfinished(file, content);
        try {
            publish(unfinished, file);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // Its content stays.
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Gives a complete file its name. Only a link both refuses an existing file and appears with all its content. */
    private static void publish(Path unfinished, Path file) throws IOException {
        try {
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException exists) {
            throw exists;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            // File systems without links, such as exFAT, also move without replacing, but check this only just before.
            Files.move(unfinished, file);
        }
    }

    /** Writes a new file next to the final one. */
    private static Path unfinished(Path file, String content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
        try (SeekableByteChannel channel = Files.newByteChannel(
                unfinished, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly(file))) {
            channel.write(StandardCharsets.UTF_8.encode(content));
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        return unfinished;
    }

    /** Returns whether other users have any permission on a file; false if the file system has no POSIX permissions. */
    static boolean isOpenToOthers(Path file) throws IOException {
        return hasPermissions(file)
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    /** Returns whether the file system has POSIX permissions. */
    public static boolean hasPermissions(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return hasPermissions(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
