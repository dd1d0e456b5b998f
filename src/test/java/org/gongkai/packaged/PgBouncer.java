package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.testing.Tool;
import org.gongkai.testing.Until;

/** PgBouncer in transaction mode in front of a database, with the settings that docs/scaling.md gives. */
final class PgBouncer implements AutoCloseable {

    /** The parameters of the URL that the service needs. */
    static final String PARAMETERS = "?prepareThreshold=0";

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns the program of the operating system; empty if it is not installed. */
    static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts the pooler.
     *
     * @param connections the number of connections to the database that all clients share
     */
    static PgBouncer start(Path program, Path folder, KillableDatabase database, int connections) throws Exception {
        int port = freePort();
        Files.createDirectories(folder);
        Path users = Files.writeString(
                folder.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(KillableDatabase.USER, database.password()));
        Path settings = Files.writeString(
                folder.resolve("pgbouncer.ini"), """
                [databases]
                * = host=localhost port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                query_wait_timeout = 10
                ignore_startup_parameters = extra_float_digits,options
                """.formatted(database.port(), port, users, connections));
        Path log = folder.resolve("pgbouncer.log");
        Process process = new ProcessBuilder(command(program, settings))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PgBouncer pooler = new PgBouncer(process, port);
        Until.is(() -> pooler.accepts(log));
        return pooler;
    }

    private static List<String> command(Path program, Path settings) {
        return Tool.notAsRoot(program.toString(), settings.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private boolean accepts(Path log) throws IOException {
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException notReady) {
            return false;
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
