package org.gongkai.platform.distribution;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A step between the two layouts. It is one transaction, so it is done or not.
 *
 * @param action the statement that does it
 * @param isDone a query that returns true if there is nothing to do
 * @param dropsViews whether the statement drops views and makes them again, without their comments and granted rights
 */
record Step(String action, String isDone, boolean dropsViews) {

    Step(String action, String isDone) {
        this(action, isDone, false);
    }

    boolean isDone(Connection connection) throws SQLException {
        return Step.isTrue(connection, isDone);
    }

    /** Does the step. Statements that are sent together are one transaction. */
    void run(Connection connection) throws SQLException {
        List<String> settings = dropsViews ? ViewSettings.statements(connection) : List.of();
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    Stream.concat(Stream.of(action), settings.stream()).collect(Collectors.joining(";\n")));
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
