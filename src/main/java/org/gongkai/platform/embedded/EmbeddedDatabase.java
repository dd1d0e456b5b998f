package org.gongkai.platform.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.gongkai.security.PrivateFile;

/** A PostgreSQL server that belongs to this process and stores its data in a folder. */
public final class EmbeddedDatabase implements AutoCloseable {

    /** The role of the service, which owns the schema. */
    public static final String USER = "gongkai";

    /** The role that the library creates. It only sets up the other one. */
    static final String SUPERUSER = "postgres";

    private static final String WRONG_PASSWORD = "28P01";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);

    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "linux-arm_64", "darwin-x86_64", "darwin-arm_64", "windows-x86_64");

    private final Path home;
    private final FileChannel lock;
    private final DatabasePassword password;
    private final EmbeddedPostgres server;
    private final ServerProcesses processes;

    private ServerWatch watch;

    private EmbeddedDatabase(Path home, FileChannel lock, DatabasePassword password, EmbeddedPostgres server) {
        this.home = home;
        this.lock = lock;
        this.password = password;
        this.server = server;
        this.processes = new ServerProcesses(home);
    }

    /**
     * Starts the server.
     *
     * @param home folder for the data, the server's programs and its log; created if it does not exist
     * @throws IOException if the server cannot be started; the message says what to do
     */
    public static EmbeddedDatabase start(Path home) throws IOException {
        return start(home, TIMEOUT);
    }

    static EmbeddedDatabase start(Path folder, Duration timeout) throws IOException {
        if (!isPackaged()) {
            throw new IOException(
                    "No database is set. Set quarkus.datasource.jdbc.url (QUARKUS_DATASOURCE_JDBC_URL), username and"
                            + " password: this package contains no embedded PostgreSQL.");
        }
        makePrivate(folder);
        // The operating system lists processes by their real paths.
        Path home = folder.toRealPath();
        FileChannel lock = lock(home);
        try {
            stopRemains(home);
            DatabasePassword password = DatabasePassword.at(home.resolve("database.password"));
            return new EmbeddedDatabase(home, lock, password, run(home, password, timeout));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedPostgres run(Path home, DatabasePassword password, Duration timeout) throws IOException {
        DatabasePassword superuser = DatabasePassword.at(home.resolve("superuser.password"));
        try {
            EmbeddedPostgres server = server(
                            home, superuser, Redirect.appendTo(log(home).toFile()))
                    .setPGStartupWait(timeout)
                    .start();
            ServiceRole.prepare(server.getPostgresDatabase(), password);
            return server;
        } catch (IOException | RuntimeException | SQLException e) {
            // Stop a server that started but could not be used.
            new ServerProcesses(home).stopOrphan();
            throw new IOException(
                    "The embedded PostgreSQL in " + home + " did not start: " + reason(e, superuser) + ". Its log is "
                            + log(home) + ".",
                    e);
        }
    }

    private static void stopRemains(Path home) throws IOException {
        ServerProcesses processes = new ServerProcesses(home);
        processes.stopOrphan();
        processes.awaitEndOfChildren();
    }

    private static String reason(Exception e, DatabasePassword password) {
        return e.getCause() instanceof SQLException refusal && WRONG_PASSWORD.equals(refusal.getSQLState())
                ? "the password in " + password.file()
                        + " is not the password of the superuser. Restore the file, or delete it to get a new password at"
                        + " the next start"
                : e.getMessage();
    }

    /**
     * Returns the configuration of the server. The defaults of the library are for tests and may lose data, so
     * durability is turned on again.
     */
    private static EmbeddedPostgres.Builder server(Path home, DatabasePassword password, Redirect log) {
        avoidSharedFolder(home);
        Path data = data(home);
        DatabasePrograms programs = programs(home);
        return new DatabaseAccess(data, password, programs, log)
                .configure(EmbeddedPostgres.builder())
                .setDataDirectory(data)
                .setPgBinaryResolver(programs)
                .setOverrideWorkingDirectory(programs.folder().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    /**
     * Keeps the library out of its shared working folder. Before each start, the library stops servers and deletes
     * files that it finds there. By default any user can create that folder and so make this process stop and delete
     * things of its own user.
     */
    private static void avoidSharedFolder(Path home) {
        System.setProperty("ot.epg.working-dir", home.resolve("unused").toString());
    }

    public Path home() {
        return home;
    }

    /**
     * Checks that the server's programs are on the class path. They are optional dependencies and not part of the
     * image.
     */
    private static boolean isPackaged() {
        ClassLoader packaged = EmbeddedDatabase.class.getClassLoader();
        return PLATFORMS.stream().anyMatch(platform -> packaged.getResource("postgres-" + platform + ".txz") != null);
    }

    /** Returns the JDBC URL without user and password, because it is logged. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
    }

    public DatabasePassword password() {
        return password;
    }

    /**
     * Starts the server again whenever it ends before {@link #stopWatching()} or {@link #close()}.
     *
     * @param whenLost called when the server does not stay up
     */
    public void keepRunning(Runnable whenLost) throws IOException {
        keepRunning(whenLost, WATCH_INTERVAL);
    }

    void keepRunning(Runnable whenLost, Duration interval) throws IOException {
        // An operating system that does not show the program of the process would look as if the server had ended.
        processes
                .postmaster()
                .ifPresent(postmaster -> watch = new ServerWatch(
                        postmaster, processes, programs(home), data(home), log(home), interval, whenLost));
    }

    /** Leaves the server as it is from now on. */
    public void stopWatching() {
        if (watch != null) {
            watch.close();
        }
    }

    @Override
    public void close() {
        stopWatching();
        try (lock) {
            // The library logs an error if there is nothing to stop.
            if (processes.postmaster().isPresent()) {
                server.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data(Path home) {
        return home.resolve("database");
    }

    private static Path log(Path home) {
        return home.resolve("postgresql.log");
    }

    private static DatabasePrograms programs(Path home) {
        return new DatabasePrograms(home.resolve("server"));
    }

    /**
     * Creates the home folder with access for its owner only. Other users must not read the data or change the programs
     * that run from it.
     */
    private static void makePrivate(Path home) throws IOException {
        try {
            Files.createDirectories(home);
            if (PrivateFile.hasPermissions(home)) {
                Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
            }
        } catch (IOException e) {
            throw new IOException(
                    "The folder " + home + " cannot be used (" + reason(e) + "). Set gongkai.home to another one.", e);
        }
    }

    /** Names the reason in words; the message of Java is often just the name of the file. */
    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "no permission";
        }
        return e instanceof FileAlreadyExistsException ? "it is a file" : String.valueOf(e.getMessage());
    }

    /** Locks the home folder. The operating system releases the lock when the process ends. */
    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException(
                    "Another Gongkai is running on " + home + ". Stop it, or set gongkai.home to another folder.");
        }
        return channel;
    }
}
