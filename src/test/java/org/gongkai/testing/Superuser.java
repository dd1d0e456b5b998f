package org.gongkai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.gongkai.platform.embedded.EmbeddedDatabase;

/** The superuser of the embedded database, which the service does not use. */
public final class Superuser {

    public static final String NAME = "postgres";

    private Superuser() {}

    /** Returns the password of the superuser of the database in a home. */
    public static String password(Path home) {
        try {
            return Files.readString(home.resolve("superuser.password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        execute(database.jdbcUrl(), database.home(), sql);
    }

    /** Executes statements on the database at an address, in a home. */
    public static void execute(String jdbcUrl, Path home, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, NAME, password(home));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the first column of the first row. */
    public static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), NAME, password(database.home()));
    }
}
