package org.gongkai.statistics.data;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The workers of a cluster of Citus. A change is visible on the coordinator a moment before it is on the workers: an answer
 * that was computed in this moment would have the version of the data with the numbers before it, and would be kept.
 */
@ApplicationScoped
class Workers {

    private static final String EXIST = "select exists (select 1 from pg_extension where extname = 'citus')";

    private static final String AWAIT = "select await_workers()";

    /** True if the database has Citus; {@code null} until it was read. Citus is installed while no service runs. */
    private volatile Boolean exist;

    boolean exist(Connection connection) throws SQLException {
        if (exist == null) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(EXIST)) {
                row.next();
                exist = row.getBoolean(1);
            }
        }
        return exist;
    }

    /** Waits until the workers have all changes in the snapshot of the transaction. */
    void await(Connection connection) throws SQLException {
        if (exist(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(AWAIT);
            }
        }
    }
}
