package org.gongkai.platform.distribution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A step between the two layouts. It is one transaction, so it is done or not.
 *
 * @param action the statement that does it
 * @param isDone a query that returns true if there is nothing to do
 */
record Step(String action, String isDone) {

    boolean isDone(Connection connection) throws SQLException {
        return Step.isTrue(connection, isDone);
    }

    void run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(action);
        }
    }

    /** Returns the result of a query for one boolean. */
    static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
