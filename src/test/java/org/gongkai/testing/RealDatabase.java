package org.gongkai.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.platform.Launcher;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/**
 * A real, empty PostgreSQL for tests of the service. To the service it is a server like any other. The system properties
 * {@code gongkai.test.url}, {@code gongkai.test.username} and {@code gongkai.test.password} name another database, such as
 * the coordinator of a Citus cluster; the tests delete everything in it.
 */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    public static final Path HOME = Path.of("target", "test-home").toAbsolutePath();

    private static final String WITHOUT_FIXTURES = """
            do $$
            declare
                fixture regnamespace;
            begin
                for fixture in select oid from pg_namespace where nspname like 'fixture\\_%' loop
                    execute format('drop schema %s cascade', fixture);
                end loop;
            end $$""";

    private static final String GIVEN = "gongkai.test.url";

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        return System.getProperty(GIVEN) == null ? startServer() : useGiven(System.getProperty(GIVEN));
    }

    /** Uses a database that was given. Copies of fixtures may be those of an earlier schema. */
    private static Map<String, String> useGiven(String url) {
        try {
            executeOnGiven(url, WITHOUT_FIXTURES);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(Launcher.URL, url, Launcher.USER, givenUser(), Launcher.PASSWORD, givenPassword());
    }

    private static String givenUser() {
        return System.getProperty("gongkai.test.username", "postgres");
    }

    private static String givenPassword() {
        return System.getProperty("gongkai.test.password", "postgres");
    }

    private static void executeOnGiven(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, givenUser(), givenPassword());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Executes statements as a superuser on the database of the tests, which is at a URL. */
    public static void executeAsSuperuser(String url, String sql) throws SQLException {
        if (System.getProperty(GIVEN) == null) {
            Superuser.execute(url, HOME, sql);
        } else {
            executeOnGiven(url, sql);
        }
    }

    private Map<String, String> startServer() {
        try {
            stopServerOfEarlierRun();
            delete(HOME);
            database = EmbeddedDatabase.start(PreparedHome.createAt(HOME));
            prepareForTests();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Map.of(
                Launcher.URL, database.jdbcUrl(),
                Launcher.USER, EmbeddedDatabase.USER,
                Launcher.PASSWORD, database.password().value());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    /** Stops the server of an earlier run that was killed. */
    private static void stopServerOfEarlierRun() throws IOException {
        Path pidFile = HOME.resolve("database").resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            String programs = HOME.resolve("server").toString();
            ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).get(0)))
                    .filter(process -> process.info().command().orElse("").startsWith(programs))
                    .ifPresent(process -> {
                        process.destroy();
                        process.onExit().join();
                    });
        }
    }

    /**
     * Allows fixtures to switch triggers off and to create schemas. Switches off the wait for the disk: no test on this
     * server is about durability.
     */
    private void prepareForTests() throws SQLException {
        Superuser.execute(database, """
                grant set on parameter session_replication_role to %1$s;
                grant create on database postgres to %1$s;
                alter role %1$s set synchronous_commit = off""".formatted(EmbeddedDatabase.USER));
    }

    /** Deletes a folder with all it contains, if there is one. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}
