package org.gongkai.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.gongkai.platform.Launcher;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/** A real, empty PostgreSQL for tests of the service; to the service it is a server like any other. */
public final class RealDatabase implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = Path.of("target", "test-home").toAbsolutePath();

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            deleteFormer();
            database = DatabaseTemplate.start(HOME);
            commitWithoutWaiting();
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("No database for the tests", e);
        }
        return Map.of(
                Launcher.URL, database.jdbcUrl(),
                Launcher.USER, EmbeddedDatabase.USER,
                Launcher.PASSWORD, database.password().value());
    }

    /** Commits do not wait for the disk: these tests never kill the server. */
    private void commitWithoutWaiting() throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        database.jdbcUrl(),
                        EmbeddedDatabase.USER,
                        database.password().value());
                Statement statement = connection.createStatement()) {
            statement.execute("alter database postgres set synchronous_commit = off");
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.close();
        }
    }

    /** Deletes the database of an earlier run, after stopping its server if that run was killed. */
    private static void deleteFormer() throws IOException {
        if (Files.exists(HOME.resolve("database/postmaster.pid"))) {
            EmbeddedDatabase.start(HOME).close();
        }
        Folders.delete(HOME);
    }
}
