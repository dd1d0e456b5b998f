package org.gongkai.sql;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Switches off the socket timeout of a connection while it is open. Only for statements that are known to take long.
 */
public final class WithoutSocketTimeout implements AutoCloseable {

    private final Connection connection;
    private final int timeout;

    private WithoutSocketTimeout(Connection connection, int timeout) {
        this.connection = connection;
        this.timeout = timeout;
    }

    /** Switches off the timeout of a connection. */
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

    /** Restores the timeout before the connection returns to the pool. */
    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            set(timeout);
        }
    }
}
