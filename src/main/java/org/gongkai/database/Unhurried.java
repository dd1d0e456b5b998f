package org.gongkai.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * While it is open, the server is not given up for not answering: what it is told may take as long as it takes. Only for statements that
 * are known to.
 */
public final class Unhurried implements AutoCloseable {

    private final Connection connection;
    private final int limit;

    private Unhurried(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** Lets statements of that connection take their time. */
    public static Unhurried on(Connection connection) throws SQLException {
        Unhurried unhurried = new Unhurried(connection, connection.getNetworkTimeout());
        unhurried.set(0);
        return unhurried;
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
