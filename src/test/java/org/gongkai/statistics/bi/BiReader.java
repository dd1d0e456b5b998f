package org.gongkai.statistics.bi;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.testing.RealDatabase;
import org.gongkai.testing.Superuser;

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
     * Creates the role, its rights and the login as the document says, unless an earlier test has.
     *
     * @param service a connection to the database
     */
    static BiReader prepare(Connection service, BiDocument document) throws SQLException {
        String url = service.getMetaData().getURL();
        try (Statement statement = service.createStatement()) {
            ResultSet known = statement.executeQuery("select to_regrole('" + LOGIN + "') is not null");
            known.next();
            if (!known.getBoolean(1)) {
                for (String block : document.statements().subList(0, 3)) {
                    Superuser.execute(url, RealDatabase.HOME, block);
                }
            }
        }
        return new BiReader(url);
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
