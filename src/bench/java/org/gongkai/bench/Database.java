package org.gongkai.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/**
 * A database of any server.
 *
 * @param url its JDBC URL, with the user
 */
record Database(String url) {

    private static final String BUSY =
            "select count(*) from pg_stat_activity where state = 'active' and pid <> pg_backend_pid()"
                    + " and datname = current_database() and backend_type = 'client backend'";

    Connection connect() {
        try {
            return DriverManager.getConnection(url + (url.contains("?") ? "&" : "?") + "ApplicationName=bench");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes a statement and returns the first column of its result, one line per row. */
    String query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            StringJoiner lines = new StringJoiner("\n");
            if (statement.execute(sql)) {
                ResultSet rows = statement.getResultSet();
                while (rows.next()) {
                    lines.add(String.valueOf(rows.getString(1)));
                }
            }
            return lines.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Waits until the database is idle. Queries that still run would slow down the next measurement. */
    void awaitIdle() {
        while (!query(BUSY).equals("0")) {
            Commands.pause(5);
        }
    }

    /** Does the work that autovacuum would do in the hours after a load. */
    void vacuum() {
        query("vacuum (analyze)");
        query("checkpoint");
    }

    String size() {
        return query("select pg_size_pretty(pg_database_size(current_database()))");
    }
}
