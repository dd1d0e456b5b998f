package org.gongkai.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * While it is open, the server is not given up for not answering: what it is told may take as long as it takes. Only for statements that
 * are known to.
 */
public final class WithoutSocketTimeout implements AutoCloseable {

    private final Connection connection;
    private final int limit;

    private WithoutSocketTimeout(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** Lets statements of that connection take their time. */
    public static WithoutSocketTimeout on(Connection connection) throws SQLException {
        WithoutSocketTimeout withoutSocketTimeout =
                new WithoutSocketTimeout(connection, connection.getNetworkTimeout());
        withoutSocketTimeout.set(0);
        return withoutSocketTimeout;
    }

    public Connection connection() {
        return connection;
    }

    private void set(int milliseconds) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, milliseconds);
    }

    /** The connection goes back to the pool as it came. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            set(limit);
        }
    }
}
