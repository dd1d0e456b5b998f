package org.gongkai.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server for the benchmark, with the settings of a small production server: no committed data is lost when
 * the power fails.
 */
final class Postgres {

    /**
     * The settings that differ from the defaults of PostgreSQL, besides ports and folders. The service switches the
     * compilation of statements (jit) off for its connections; so it is off for the floors and the peers, too.
     */
    static final List<String> SETTINGS = List.of(
            "shared_buffers = 1GB",
            "effective_cache_size = 4GB",
            "max_wal_size = 4GB",
            "fsync = on",
            "synchronous_commit = on",
            "full_page_writes = on",
            "jit = off");

    private static final String USER = "gongkai";

    private final Settings settings;
    private final Path data;
    private final Path log;

    private Postgres(Settings settings) {
        this.settings = settings;
        this.data = settings.home().resolve("postgresql");
        this.log = settings.home().resolve("postgresql-log");
    }

    static Postgres start(Settings settings) {
        Postgres server = new Postgres(settings);
        if (!Files.exists(server.data)) {
            server.initialize();
        }
        server.configure();
        // A server may be left over from a run that was killed.
        server.stop();
        if (!server.control("start", "-w", "-t", "120", "-l", server.log + "/start.log")) {
            throw new IllegalStateException("PostgreSQL did not start; see its logs in " + settings.home());
        }
        return server;
    }

    /** Returns the connection options for pgbench. */
    List<String> connectionOptions(String database) {
        return List.of("-h", "127.0.0.1", "-p", String.valueOf(settings.databasePort()), "-U", USER, database);
    }

    Database database(String name) {
        return new Database("jdbc:postgresql://127.0.0.1:%d/%s?user=%s".formatted(settings.databasePort(), name, USER));
    }

    /** Returns the address of a database for programs that use libpq. */
    String uri(String database) {
        return "postgresql://%s@127.0.0.1:%d/%s".formatted(USER, settings.databasePort(), database);
    }

    /** Returns the processor time of all processes of the server. */
    Duration processorTime() {
        return ProcessorTime.withChildren(process());
    }

    private long process() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Executes a statement on a database and returns the first column of its result, one line per row. */
    String query(String database, String sql) {
        return database(database).query(sql);
    }

    void create(String database) {
        query("postgres", "drop database if exists %s with (force)".formatted(database));
        query("postgres", "create database " + database);
    }

    /** Makes a database with the content of another one, to which nothing may be connected. */
    void copy(String template, String database) {
        query("postgres", "drop database if exists %s with (force)".formatted(database));
        query("postgres", "create database %s template %s strategy file_copy".formatted(database, template));
    }

    /** Turns the logging of all statements and their parameters on or off. */
    void logStatements(boolean on) {
        query("postgres", "alter system set log_statement = '%s'".formatted(on ? "all" : "none"));
        query("postgres", "select pg_reload_conf()");
        Commands.pause(500);
    }

    Path log() {
        return log.resolve("server.json");
    }

    void stop() {
        control("stop", "-m", "fast");
    }

    private void initialize() {
        try {
            Files.createDirectories(settings.home());
            if (Commands.isRoot()) {
                Commands.run(List.of("chown", "postgres", settings.home().toString()));
            }
            Commands.runAsOwner(List.of(
                    program("initdb"), "-D", data.toString(), "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C"));
            Commands.runAsOwner(List.of("mkdir", "-p", log.toString()));
            Path file = data.resolve("postgresql.conf");
            Files.writeString(file, Files.readString(file) + "\ninclude_if_exists = '../postgresql.conf'\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void configure() {
        try {
            Files.writeString(settings.home().resolve("postgresql.conf"), configuration());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration() {
        return "\n" + String.join("\n", SETTINGS) + """

                port = %d
                listen_addresses = '127.0.0.1'
                unix_socket_directories = '%s'
                logging_collector = on
                log_destination = 'jsonlog'
                log_directory = '%s'
                log_filename = 'server'
                log_rotation_age = 0
                log_rotation_size = 0
                """.formatted(settings.databasePort(), settings.home(), log);
    }

    private boolean control(String... arguments) {
        List<String> command = new ArrayList<>(List.of(program("pg_ctl"), "-D", data.toString()));
        command.addAll(List.of(arguments));
        try {
            // The server inherits the output of this process, so it must not be a pipe: its reader would wait for the
            // server.
            Path output = settings.home().resolve("pg_ctl.log");
            return Commands.start(Commands.asOwner(command), output).waitFor() == 0;
        } catch (InterruptedException e) {
            throw Commands.interrupted(e);
        }
    }

    private String program(String name) {
        return settings.postgres().resolve(name).toString();
    }
}
