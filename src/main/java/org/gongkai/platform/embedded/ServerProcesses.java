package org.gongkai.platform.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes of the server in a home: the postmaster and its children. They belong to no other service, because this
 * process holds the lock of the home.
 *
 * @param home the real path of the home, as the operating system lists it
 */
record ServerProcesses(Path home) {

    /** The time in which a child ends by itself after its postmaster was killed. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final long POLL_MILLIS = 50;

    /** Returns the running server that wrote the PID file. The process ID may have been reused by another program. */
    Optional<ProcessHandle> postmaster() throws IOException {
        Path pidFile = home.resolve("database").resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .filter(line -> line.matches("[0-9]+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(this::isServer);
    }

    /** Returns whether a process runs a program of this home. */
    boolean isServer(ProcessHandle process) {
        String programs = home.resolve("server").toString();
        return process.isAlive() && process.info().command().orElse("").startsWith(programs);
    }

    /** Stops the server that a killed service left behind. */
    void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = postmaster();
        if (orphan.isPresent()) {
            orphan.get().destroy();
            try {
                orphan.get().onExit().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw doesNotStop(orphan.get(), e);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    /**
     * Waits until a killed postmaster and its children are gone, because a new server starts neither while a process has
     * the ID of the old one nor while others use its shared memory. Children end by themselves, unless they are busy;
     * such a child is killed.
     */
    void awaitEnd(ProcessHandle postmaster) throws IOException {
        awaitEndOfChildren();
        for (long began = System.nanoTime(); postmaster.isAlive() && System.nanoTime() - began < GRACE.toNanos(); ) {
            pause();
        }
    }

    /** Waits until no process of this home is left, and kills those that do not end by themselves. */
    void awaitEndOfChildren() throws IOException {
        long began = System.nanoTime();
        for (List<ProcessHandle> left = all(); !left.isEmpty(); left = all()) {
            long waited = System.nanoTime() - began;
            if (waited > TIMEOUT.toNanos()) {
                throw doesNotStop(left.get(0), null);
            }
            if (waited > GRACE.toNanos()) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            pause();
        }
    }

    private List<ProcessHandle> all() {
        return ProcessHandle.allProcesses().filter(this::isServer).toList();
    }

    private IOException doesNotStop(ProcessHandle process, Exception cause) {
        return new IOException(
                "A PostgreSQL server of an earlier run in " + home + " does not stop: process " + process.pid(), cause);
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException("Interrupted", e);
    }
}
