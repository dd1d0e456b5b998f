package org.gongkai.statistics.bi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.RealDatabase;

/** A BI tool on the database of the tests, with the login that docs/bi-views.md creates. */
final class BiReader {

    /** Lifts the restriction of the login, which a member may lift, so that only its rights remain. */
    static final String MAY_WRITE = "set default_transaction_read_only = off";

    private static final String LOGIN = "bi_tool";
    private static final String PASSWORD = "choose-one";

    private final String jdbcUrl;

    private BiReader(String jdbcUrl) {
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * Creates the role, its rights and the login as the document says, unless an earlier test has. A server that was given
     * may have the role and the login for another database.
     *
     * @param service a connection to the database
     */
    static BiReader prepare(Connection service, BiDocument document) throws SQLException {
        String url = service.getMetaData().getURL();
        List<String> blocks = document.statements();
        if (!isTrue(service, "to_regrole('" + LOGIN + "') is not null")) {
            RealDatabase.executeAsSuperuser(url, blocks.get(0));
            RealDatabase.executeAsSuperuser(url, blocks.get(2));
        }
        if (!isTrue(service, "has_table_privilege('" + LOGIN + "', 'bi_obligation', 'select')")) {
            RealDatabase.executeAsSuperuser(url, blocks.get(1));
        }
        return new BiReader(url);
    }

    private static boolean isTrue(Connection service, String condition) throws SQLException {
        try (Statement statement = service.createStatement();
                ResultSet row = statement.executeQuery("select " + condition)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, LOGIN, PASSWORD);
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Executes a statement in a session that may write as far as the rights of the role go. */
    void change(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(MAY_WRITE);
            statement.execute(sql);
        }
    }

    /** Returns the rows of a query, the columns of each joined by blanks. */
    List<String> rows(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    columns.add(result.getString(column));
                }
                rows.add(String.join(" ", columns));
            }
            return rows;
        }
    }
}
