package org.gongkai.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.gongkai.testing.PreparedHome;
import org.gongkai.testing.Superuser;
import org.gongkai.testing.Tool;
import org.gongkai.testing.Until;

/** A PostgreSQL server with its own data that tests can kill and start again. */
final class KillableDatabase implements AutoCloseable {

    static final String USER = Superuser.NAME;

    private final Path programs;
    private final Path data;
    private final Path log;
    private final String password;

    private Process server;
    private int port;

    private KillableDatabase(Path programs, Path data, String password) {
        this.programs = programs;
        this.data = data;
        this.log = data.resolveSibling("server.log");
        this.password = password;
    }

    /** Creates a database with the programs of the embedded server. */
    static KillableDatabase create(Path folder) throws Exception {
        PreparedHome.createAt(folder);
        try (Stream<Path> versions = Files.list(folder.resolve("server"))) {
            Path programs = versions.map(version -> version.resolve("bin"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow();
            return new KillableDatabase(programs, folder.resolve("database"), Superuser.password(folder));
        }
    }

    /** Creates a database with the programs in a folder. */
    static KillableDatabase create(Path folder, Path programs) throws Exception {
        Files.createDirectories(folder);
        Path password = Files.writeString(folder.resolve("password"), "a password for tests");
        Path data = folder.resolve("database");
        Tool.run(Tool.notAsRoot(
                programs.resolve("initdb").toString(),
                "--pgdata=" + data,
                "--username=" + USER,
                "--auth=scram-sha-256",
                "--pwfile=" + password,
                "--encoding=UTF8",
                "--locale=C"));
        return new KillableDatabase(programs, data, Files.readString(password));
    }

    /** Adds settings to those of the server, and lets every local user in: servers of a cluster connect to each other. */
    KillableDatabase configure(String settings) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), "\n" + settings, StandardOpenOption.APPEND);
        Files.writeString(data.resolve("pg_hba.conf"), "host all all localhost trust");
        return this;
    }

    /** Starts the server in a shell that first runs a preparation. A server that was started before keeps its port. */
    KillableDatabase start(String preparation) throws Exception {
        if (port == 0) {
            port = freePort();
        }
        List<String> command = new ArrayList<>();
        boolean alone = !preparation.isEmpty();
        if (alone) {
            command.addAll(List.of("unshare", "--user", "--map-root-user", "--mount"));
        }
        String mask = alone || LinuxUtils.isUnshareAvailable() ? "unshare -U " : "";
        command.addAll(List.of("sh", "-c", preparation + " exec " + mask + "\"$@\"", "sh"));
        command.addAll(List.of(
                programs.resolve("postgres").toString(),
                "-D",
                data.toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=localhost",
                "-c",
                "unix_socket_directories="));
        server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        Until.is(this::accepts);
        return this;
    }

    KillableDatabase start() throws Exception {
        return start("");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private boolean accepts() throws IOException {
        assertThat(server.isAlive()).as(Files.readString(log)).isTrue();
        try (Connection connection = connection()) {
            return connection.isValid(5);
        } catch (SQLException notReady) {
            return false;
        }
    }

    /** Kills the server with all its processes, as {@code kill -9} does. */
    void kill() {
        List<ProcessHandle> all = Stream.concat(server.descendants(), Stream.of(server.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    }

    /** Stops all processes of the server without an end, as {@code kill -STOP} does. Its connections stay open. */
    void hang() throws Exception {
        signal("-STOP");
    }

    /** Lets the processes go on. */
    void resume() throws Exception {
        signal("-CONT");
    }

    private void signal(String signal) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        Stream.concat(Stream.of(server.toHandle()), server.descendants())
                .forEach(process -> command.add(String.valueOf(process.pid())));
        Tool.run(command);
    }

    /** Stops the server normally. */
    void stop() throws Exception {
        Tool.run(Tool.notAsRoot(programs.resolve("pg_ctl").toString(), "stop", "-D", data.toString(), "-m", "fast"));
        server.waitFor();
    }

    /** Sets the number of the next transaction, in units of 2^32. The server must be stopped. */
    void countTransactionsFromEpoch(int epoch) throws Exception {
        Tool.run(Tool.notAsRoot(programs.resolve("pg_resetwal").toString(), "--epoch=" + epoch, data.toString()));
    }

    /** Runs a client program of the same release on the database. */
    void run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                programs.resolve(program).toString(),
                "--host=localhost",
                "--port=" + port,
                "--username=" + USER,
                "--dbname=postgres"));
        command.addAll(List.of(arguments));
        Tool.run(command, Map.of("PGPASSWORD", password));
    }

    int port() {
        return port;
    }

    /** Returns what the server has logged. */
    String output() throws IOException {
        return Files.readString(log);
    }

    String password() {
        return password;
    }

    Connection connection() throws SQLException {
        return connection("postgres");
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, USER, password);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String sql) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            kill();
        }
    }
}
